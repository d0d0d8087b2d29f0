import { sidRunAt } from '../sids/sidRunAt.ts';
import { addressAt } from './addressAt.ts';
import { holdsApiUrl } from './holdsApiUrl.ts';
import { parseTaskReference, type ParsedTaskReference } from './parseTaskReference.ts';
import { tokenAt } from './tokenAt.ts';

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
 * The Task that is named at `offset`: the address or path around it, else the word there if it is,
 * or was meant to be, a Task SID.
 */
export function findReference(text: string, offset: number): TextualReference | undefined {
  return findAddress(text, offset) ?? findTaskSid(text, offset);
}

/**
 * An address counts as a whole: it says the Workspace, and whose host is meant. One of the API that
 * cannot be read is not read as the SID within it, which would be asked of the wrong host.
 */
function findAddress(text: string, offset: number): TextualReference | undefined {
  const token = addressAt(text, offset);
  if (!token.text.includes('/')) return undefined;
  const result = parseTaskReference(token.text);
  if (result.valid && result.reference.workspaceSid !== undefined) {
    return { ...token, reference: result.reference };
  }
  return holdsApiUrl(token.text) ? token : undefined;
}

function findTaskSid(text: string, offset: number): TextualReference | undefined {
  // Behind an escape sequence, as in `"\nWT…"`, a SID is no word.
  const run = sidRunAt(text, offset);
  if (run?.kind === 'sid' && run.prefix === 'WT') {
    return { text: run.text, offset: run.offset, reference: { taskSid: run.text } };
  }
  const word = tokenAt(text, offset, (character) => /[0-9A-Za-z]/.test(character));
  if (!/^WT[0-9A-Za-z]{20,44}$/.test(word.text)) return undefined;
  const result = parseTaskReference(word.text);
  return result.valid ? { ...word, reference: result.reference } : word;
}
