import { findSids } from '../sids/scan/scanSids.ts';
import { findReference } from './findReference.ts';
import type { ParsedTaskReference } from './parseTaskReference.ts';
import { plainNotation } from './plainNotation.ts';

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
