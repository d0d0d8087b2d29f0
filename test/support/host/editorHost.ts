import type { EditorVersion } from './codeServerVersions.ts';

/** An installed editor. */
export interface EditorHost {
  readonly version: EditorVersion;
  /** The package code-server. */
  readonly folder: string;
}
