import { readFileSync } from 'node:fs';

/** A file of texts by their keys, in the project's root, where tests are run. */
export function readTexts(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}
