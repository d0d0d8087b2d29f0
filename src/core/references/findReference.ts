import { oneLine } from '../messages/plainText.ts';
import { findSids, candidateAt } from '../sids/scan/scanSids.ts';
import { isSameSid } from '../sids/sid.ts';
import {
  nearbyWorkspace,
  parseTaskReference,
  referenceText,
  workspaceBefore,
  type ParsedTaskReference,
} from './parseTaskReference.ts';
import { addressAt, plainNotation, tokenAt } from './plainNotation.ts';
import { addressAround, statedHost } from './statedHost.ts';

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
  const run = candidateAt(text, offset);
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

/** How much of a long line is looked at, to either side. */
const MAX_CONTEXT_CHARS = 2000;

/**
 * What to give to Fetch TaskRouter Task for a Task SID that stands in a line: what the address around it
 * says, with the Workspace of the same line if that says none. Nothing for the SID in an address whose
 * Workspace is malformed.
 *
 * @param offset index of the SID's first letter
 */
export function fetchArgumentAt(line: string, offset: number): string | undefined {
  const start = Math.max(0, offset - MAX_CONTEXT_CHARS);
  const near = line.slice(start, offset + MAX_CONTEXT_CHARS);
  const { reference } = findReference(near, offset - start) ?? {};
  if (reference === undefined || reference.workspaceSid !== undefined) {
    return reference && referenceText(reference);
  }
  const nearby = nearbyWorkspace(near, offset - start);
  // Side by side, and not as a path: it is likely to be its own, no more.
  return referenceText({
    ...reference,
    ...(nearby?.where === 'line' && { nearbyWorkspaceSid: nearby.workspaceSid }),
  });
}

/** Where one Task is named more often, as in a log, the first of them say enough. */
const MAX_MENTIONS = 20;

/** A part of a text, in UTF-16 code units; empty where there is only a cursor. */
export interface SelectedRange {
  readonly start: number;
  readonly end: number;
}

/** More are opened by no one. Looking for the address around each takes its time. */
export const MAX_SELECTED_TASKS = 200;

/** A Task that is named within a selection. */
export interface SelectedTask {
  readonly reference: ParsedTaskReference;
  /** Index of its SID's first letter in the whole text. */
  readonly offset: number;
}

/** A text that names several Tasks, as it was pasted. */
export interface PastedTasks {
  /** In plain notation. */
  readonly text: string;
  /** In the order of the text; their offsets are in it. */
  readonly tasks: readonly SelectedTask[];
}

/** The Tasks that a whole text names. */
export function pastedTasks(text: string): PastedTasks {
  const plain = plainNotation(text);
  return { text: plain, tasks: selectedTasks(plain, [{ start: 0, end: plain.length }]) };
}

/**
 * The Tasks that selections name, each once, in the order of the text; of very many the first ones. The
 * address around a SID counts with it, also where it goes on outside of the selection; one that cannot be
 * read names no Task. What any mention of a Task says of it counts, its host above all.
 */
export function selectedTasks(
  text: string,
  selections: readonly SelectedRange[],
): readonly SelectedTask[] {
  const tasks = new Map<string, SelectedTask>();
  for (const place of mentionsIn(text, selections)) {
    const { reference, offset = 0 } = findReference(text, place) ?? {};
    if (reference === undefined) continue;
    const key = reference.taskSid.toLowerCase();
    const known = tasks.get(key);
    if (known !== undefined) {
      tasks.set(key, { ...known, reference: { ...reference, ...known.reference } });
    } else {
      const at = Math.max(offset, text.indexOf(reference.taskSid, offset));
      tasks.set(key, { reference, offset: at });
    }
  }
  return [...tasks.values()].sort((one, other) => one.offset - other.offset);
}

/** Where Tasks are named; of a selection that holds none, its beginning, as if it were a cursor. */
function* mentionsIn(text: string, selections: readonly SelectedRange[]): Generator<number> {
  const counts = new Map<string, number>();
  for (const { start, end } of selections) {
    const found = findSids(text.slice(start, end), 'WT');
    if (found.length === 0) yield start;
    for (const sid of found) {
      const key = sid.text.toLowerCase();
      if (!counts.has(key) && counts.size === MAX_SELECTED_TASKS) continue;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= MAX_MENTIONS) yield start + sid.offset;
    }
  }
}

/** More is not seen in a list. */
const MAX_LINE_LENGTH = 200;

/** Of a long line, so much before the place is enough to leave room for what follows. */
const MAX_CHARS_BEFORE = 40;

/** The line of a text that `offset` is in, for a list; of a long one the part that begins shortly before. */
export function lineAround(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const isShort = end - lineStart <= MAX_LINE_LENGTH;
  const start = isShort ? lineStart : Math.max(lineStart, offset - MAX_CHARS_BEFORE);
  const line = oneLine(text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)));
  return start > lineStart ? `…${line}` : line;
}
