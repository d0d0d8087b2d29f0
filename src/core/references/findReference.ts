import { findSids, sidRunAt } from '../sids/scan/scanSids.ts';
import { isSameSid } from '../sids/sid.ts';
import { addressAt } from './addressAt.ts';
import { parseTaskReference, type ParsedTaskReference } from './parseTaskReference.ts';
import { addressAround, statedHost } from './statedHost.ts';
import { tokenAt } from './tokenAt.ts';
import { workspaceBefore } from './workspaceBefore.ts';

/** What stands at a place in a text and means, or nearly means, a Task. */
export interface TextualReference {
  /** The text as it stands there; it may be malformed. */
  readonly text: string;
  /** Index of its first character. */
  readonly offset: number;
  /** Absent if the text is malformed. */
  readonly reference?: ParsedTaskReference;
}

/**
 * The Task that is named at `offset`: the Task SID there, with what the address or path around it says,
 * else the only one of the address there, else the word if it was meant to be a Task SID.
 */
export function findReference(text: string, offset: number): TextualReference | undefined {
  // Behind an escape sequence, as in `"\nWT…"`, a SID is no word.
  const run = sidRunAt(text, offset);
  if (run?.kind === 'sid' && run.prefix === 'WT') return referenceOf(text, run.offset, run.text);
  const address = addressAt(text, offset);
  const [sid, ...others] = findSids(address.text, 'WT');
  if (sid !== undefined && others.every((other) => isSameSid(other.text, sid.text))) {
    const found = referenceOf(text, address.offset + sid.offset, sid.text);
    if (offset >= found.offset && offset <= found.offset + found.text.length) return found;
  }
  return findNearMiss(text, offset);
}

/**
 * What the text around a Task SID says of it. An address counts as a whole: it says the Workspace, and
 * whose host is meant. One whose Workspace is malformed is not read as the SID within it.
 *
 * @param offset index of the SID's first letter
 */
function referenceOf(text: string, offset: number, taskSid: string): TextualReference {
  const around = addressAround(text, offset, taskSid.length);
  const workspace = workspaceBefore(around.before);
  const host = statedHost(around);
  const saysMore = workspace !== undefined || Object.keys(host).length > 0;
  const token = saysMore ? addressAt(text, offset) : { text: taskSid, offset };
  if (workspace?.valid === false) return token;
  return {
    ...token,
    reference: { taskSid, ...(workspace && { workspaceSid: workspace.sid }), ...host },
  };
}

function findNearMiss(text: string, offset: number): TextualReference | undefined {
  const word = tokenAt(text, offset, (character) => /[0-9A-Za-z]/.test(character));
  if (!/^WT[0-9A-Za-z]{20,44}$/.test(word.text)) return undefined;
  const result = parseTaskReference(word.text);
  return result.valid ? { ...word, reference: result.reference } : word;
}
