import { env, UIKind } from 'vscode';
import { parseTaskReference } from '../../core/references/parseTaskReference.ts';
import { settlesWithin } from '../../core/settlesWithin.ts';

const PATIENCE_MS = 200;
const LONGEST = 4096;

/**
 * The clipboard's text if it names a Task; else empty. Not asked in a browser, which may never
 * answer, nor waited for on a desktop that is slow about it.
 */
export async function readClipboard(): Promise<string> {
  if (env.uiKind === UIKind.Web) return '';
  const reading = Promise.resolve(env.clipboard.readText());
  if (!(await settlesWithin(reading, PATIENCE_MS))) return '';
  const text = await reading.catch(() => '');
  return text.length <= LONGEST && parseTaskReference(text).valid ? text.trim() : '';
}
