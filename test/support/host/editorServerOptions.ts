import type { EditorHost } from './editorHost.ts';

export interface EditorServerOptions {
  readonly host: EditorHost;
  /**
   * `suite`: the plain server, which runs mocha in its extension host when the page's URL asks for it.
   * `people`: code-server, which keeps secrets over a reload of the window.
   */
  readonly entry: 'suite' | 'people';
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Opened by `/` (entry `people`). */
  readonly folder?: string | undefined;
  /** A packaged extension to install. */
  readonly vsix?: string | undefined;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Added to the environment of the extension host, which holds no `TWILIO_*` otherwise. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Whether folders must be trusted first. Default: false. */
  readonly workspaceTrust?: boolean | undefined;
  /** Lets the editor log all that it can. Default: what it does by itself. */
  readonly logAll?: boolean | undefined;
  /** Kept when the editor ends. Default: a temporary one, which is removed. */
  readonly dataDir?: string | undefined;
  /** Folders to remove when the editor has ended. */
  readonly remove?: readonly string[] | undefined;
}
