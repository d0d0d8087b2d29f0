import { ProgressLocation, window } from 'vscode';
import { settlesWithin } from '../../core/base/async.ts';

/** Most answers arrive sooner, and a notification that flashes up is a distraction. */
const PROGRESS_DELAY_MS = 400;

/** Runs `work`, and shows a cancellable notification once it takes long. */
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
