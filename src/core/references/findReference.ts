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

/** A part of a text that identifies a Task, or is a near miss. */
export interface TextualReference {
  /** The unchanged part of the text, which can be malformed. */
  readonly text: string;
  /** Index of its first character. */
  readonly offset: number;
  /** Absent if the text is malformed. */
  readonly reference?: ParsedTaskReference;
}

/**
 * Finds the Task at `offset`: the Task SID there with the URL or path around it, or else the only Task SID in
 * the URL there, or else a word that is nearly a Task SID.
 */
export function findReference(text: string, offset: number): TextualReference | undefined {
  // After an escape sequence, as in `"\nWT…"`, a SID is not a separate word.
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
 * The reference of a Task SID, with the Workspace and the host of the URL around it. If the Workspace in the
 * URL is malformed, the whole URL counts as malformed.
 *
 * @param offset the index of the SID's first letter
 */
function referenceOf(text: string, offset: number, taskSid: string): TextualReference {
  const around = addressAround(text, offset, taskSid.length);
  const workspace = workspaceBefore(around.before);
  const host = statedHost(around);
  const isInAddress = workspace !== undefined || Object.keys(host).length > 0;
  const token = isInAddress ? addressAt(text, offset) : { text: taskSid, offset };
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

/** How much of a long line is read on either side. */
const MAX_CONTEXT_CHARS = 2000;

/**
 * The argument of Fetch TaskRouter Task for a Task SID in a line: its reference, with a Workspace SID of the
 * same line if the URL has none. Returns `undefined` if the Workspace in the URL is malformed.
 *
 * @param offset the index of the SID's first letter
 */
export function fetchArgumentAt(line: string, offset: number): string | undefined {
  const start = Math.max(0, offset - MAX_CONTEXT_CHARS);
  const near = line.slice(start, offset + MAX_CONTEXT_CHARS);
  const { reference } = findReference(near, offset - start) ?? {};
  if (reference === undefined || reference.workspaceSid !== undefined) {
    return reference && referenceText(reference);
  }
  const nearby = nearbyWorkspace(near, offset - start);
  // Not part of a path, so it is only likely to be the Workspace of the Task.
  return referenceText({
    ...reference,
    ...(nearby?.where === 'line' && { nearbyWorkspaceSid: nearby.workspaceSid }),
  });
}

/** How many mentions of one Task are read; in a log there can be many. */
const MAX_MENTIONS = 20;

/** A part of a text, in UTF-16 code units; empty for a cursor without a selection. */
export interface SelectedRange {
  readonly start: number;
  readonly end: number;
}

/** A limit because reading the URL around each SID takes time. */
export const MAX_SELECTED_TASKS = 200;

/** A Task found in a selection. */
export interface SelectedTask {
  readonly reference: ParsedTaskReference;
  /** The index of its SID's first letter in the whole text. */
  readonly offset: number;
}

/** A pasted text with several Tasks. */
export interface PastedTasks {
  /** The text in plain notation. */
  readonly text: string;
  /** In the order of `text`, which their offsets refer to. */
  readonly tasks: readonly SelectedTask[];
}

/** Finds all Tasks in a text. */
export function pastedTasks(text: string): PastedTasks {
  const plain = plainNotation(text);
  return { text: plain, tasks: selectedTasks(plain, [{ start: 0, end: plain.length }]) };
}

/**
 * Finds the Tasks in selections, each once and in the order of the text, at most `MAX_SELECTED_TASKS`. The URL
 * around a SID is read as well, even outside the selection; a malformed URL is skipped. The facts of all
 * mentions of a Task are combined, such as its host.
 */
export function selectedTasks(
  text: string,
  selections: readonly SelectedRange[],
): readonly SelectedTask[] {
  const tasks = new Map<string, SelectedTask>();
  for (const mention of mentionsIn(text, selections)) {
    const { reference, offset = 0 } = findReference(text, mention) ?? {};
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

/** The offsets of Task SIDs. A selection without any yields its start, as if it were a cursor. */
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

/** A longer line does not fit in a list. */
const MAX_LINE_LENGTH = 200;

/** How much of a long line is shown before the offset. */
const MAX_CHARS_BEFORE = 40;

/** The line around `offset` for a list; a long one is cut to the part around the offset. */
export function lineAround(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const isShort = end - lineStart <= MAX_LINE_LENGTH;
  const start = isShort ? lineStart : Math.max(lineStart, offset - MAX_CHARS_BEFORE);
  const line = oneLine(text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)));
  return start > lineStart ? `…${line}` : line;
}
