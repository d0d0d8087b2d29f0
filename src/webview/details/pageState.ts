import { asRecord } from '../../core/json/jsonObject.ts';
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

/** Reads the saved state, which an older version may have written. Never throws. */
export function readPageState(state: unknown): {
  /** Of which Task it is: a panel can show another one by now. */
  readonly taskSid: unknown;
  readonly toggled: Readonly<Record<string, boolean>>;
  readonly scroll: number;
} {
  const { task, toggled, scroll } = asRecord(state);
  const entries = Object.entries(asRecord(toggled)).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return {
    taskSid: asRecord(task)['taskSid'],
    toggled: Object.fromEntries(entries),
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? scroll : 0,
  };
}
