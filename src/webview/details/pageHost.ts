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
