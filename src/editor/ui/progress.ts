import { ProgressLocation, window } from 'vscode';
import { settlesWithin } from '../../core/base/async.ts';

/** Most answers come sooner; a notification that only flashes up is noise. */
const PROGRESS_DELAY_MS = 400;

/** Does `work`, and shows from when it becomes long that it is under way, with a way to cancel. */
export async function runWithProgress<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const result = work(controller.signal);
  if (!(await settlesWithin(result, PROGRESS_DELAY_MS))) {
    const options = { location: ProgressLocation.Notification, cancellable: true, title };
    void window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return result.catch(() => undefined);
    });
  }
  return result;
}
