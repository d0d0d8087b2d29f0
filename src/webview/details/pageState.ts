import { asRecord, isFiniteNumber } from '../../core/json/jsonObject.ts';
import type { FromPage, PageTask } from '../protocol.ts';

/** What a page saves while it is hidden or the window reloads: positions, and its Task. */
interface PageState {
  readonly task: PageTask;
  /** What the user opened or closed, by part and pointer. */
  readonly toggled: Readonly<Record<string, boolean>>;
  readonly scroll: number;
}

/** VS Code's API for webviews, see https://code.visualstudio.com/api/extension-guides/webview. */
export interface PageHost {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

/** The name of whether times are exact, among what the user opened. */
export const EXACT_TIMES = 'times';

/**
 * Reads the saved state for a Task. Of another Task, whose page this was before, only how times are shown
 * applies. An older version may have written the state. Never throws.
 */
export function readPageState(state: unknown, taskSid: string): Omit<PageState, 'task'> {
  const { task, toggled, scroll } = asRecord(state);
  const isOwn = asRecord(task)['taskSid'] === taskSid;
  const entries = Object.entries(asRecord(toggled)).filter(
    (entry): entry is [string, boolean] =>
      typeof entry[1] === 'boolean' && (isOwn || entry[0] === EXACT_TIMES),
  );
  return {
    toggled: Object.fromEntries(entries),
    scroll: isOwn && isFiniteNumber(scroll) ? scroll : 0,
  };
}
