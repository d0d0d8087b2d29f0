import { env, UIKind } from 'vscode';
import { settlesWithin } from '../../core/base/async.ts';
import { parseTaskReference, referenceText } from '../../core/references/parseTaskReference.ts';

const PATIENCE_MS = 200;
/** Whoever copied more had something else in mind than a Task. */
const LONGEST = 20_000;

/**
 * The Task that the clipboard's text names, as a reference alone: what stood around it may be personal.
 * Empty if it names none, or several. Not asked in a browser, which may never
 * answer, nor waited for on a desktop that is slow about it.
 */
export async function readClipboard(): Promise<string> {
  if (env.uiKind === UIKind.Web) return '';
  const reading = Promise.resolve(env.clipboard.readText());
  if (!(await settlesWithin(reading, PATIENCE_MS))) return '';
  const text = await reading.catch(() => '');
  if (text.length > LONGEST) return '';
  const result = parseTaskReference(text);
  return result.valid ? referenceText(result.reference) : '';
}
