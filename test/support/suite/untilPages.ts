import { TabInputWebview, window } from 'vscode';
import { waitFor } from '../waitFor.ts';

/** Waits until so many tabs show the page of a Task. */
export function untilPages(count: number): Promise<void> {
  return waitFor(() => taskPages() === count);
}

function taskPages(): number {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof TabInputWebview && input.viewType.endsWith('taskrouter.details'),
    ).length;
}
