import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of all code in a folder, file after file. Tests run in the project's root. */
export function sourceText(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
