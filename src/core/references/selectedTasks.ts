import { findSids } from '../sids/findSids.ts';
import { findReference } from './findReference.ts';
import type { ParsedTaskReference } from './parseTaskReference.ts';

/** A part of a text, in UTF-16 code units; empty where there is only a cursor. */
export interface SelectedRange {
  readonly start: number;
  readonly end: number;
}

/** More are opened by no one. Looking for the address around each takes its time. */
export const MAX_SELECTED_TASKS = 200;

/** So many SIDs are looked at for that, as one address can name another Task. */
const MAX_PLACES = 1000;

/** A Task that is named within a selection. */
export interface SelectedTask {
  readonly reference: ParsedTaskReference;
  /** Index of its SID's first letter in the whole text. */
  readonly offset: number;
}

/**
 * The Tasks that selections name, each once, in the order of the text; of very many the first ones. The
 * address around a SID counts with it, also where it goes on outside of the selection; one that cannot be
 * read names no Task.
 */
export function selectedTasks(
  text: string,
  selections: readonly SelectedRange[],
): readonly SelectedTask[] {
  const tasks = new Map<string, SelectedTask>();
  let left = MAX_PLACES;
  for (const { start, end } of selections) {
    const offsets = findSids(text.slice(start, end), 'WT').map((found) => start + found.offset);
    for (const place of offsets.length === 0 ? [start] : offsets) {
      if (tasks.size >= MAX_SELECTED_TASKS || left-- <= 0) break;
      const { reference, offset = 0 } = findReference(text, place) ?? {};
      if (reference === undefined) continue;
      const key = reference.taskSid.toLowerCase();
      if (tasks.has(key)) continue;
      const at = Math.max(offset, text.indexOf(reference.taskSid, offset));
      tasks.set(key, { reference, offset: at });
    }
  }
  return [...tasks.values()].sort((one, other) => one.offset - other.offset);
}
