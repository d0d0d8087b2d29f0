import { asRecord } from '../../core/json/jsonObject.ts';
import type { FromPage, PageTask } from '../protocol.ts';

/** What a page keeps for when it is hidden or the window is reloaded: positions, and whose page it is. */
interface PageState {
  readonly task: PageTask;
  /** What was opened or closed, by part and place. */
  readonly toggled: Readonly<Record<string, boolean>>;
  readonly scroll: number;
}

/** The editor, as a page sees it. */
export interface PageHost {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

/** Reads what a page kept, which an older version may have written. Never throws. */
export function readPageState(state: unknown): {
  readonly toggled: Readonly<Record<string, boolean>>;
  readonly scroll: number;
} {
  const { toggled, scroll } = asRecord(state);
  const entries = Object.entries(asRecord(toggled)).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return {
    toggled: Object.fromEntries(entries),
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? scroll : 0,
  };
}
