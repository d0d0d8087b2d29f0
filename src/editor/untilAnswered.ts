import type { Disposable, QuickInput } from 'vscode';
import { Disposables } from '../core/base/disposables.ts';

/**
 * Shows an input box or pick list until it is answered, and disposes of it. Nothing if it is hidden
 * before, as by Escape.
 *
 * @param listen subscribes to what may answer
 */
export async function untilAnswered<T>(
  box: QuickInput,
  listen: (answer: (value: T) => void) => readonly Disposable[],
): Promise<T | undefined> {
  const disposables = new Disposables();
  disposables.add(box);
  try {
    return await new Promise<T | undefined>((resolve) => {
      for (const subscription of listen(resolve)) disposables.add(subscription);
      disposables.add(
        box.onDidHide(() => {
          resolve(undefined);
        }),
      );
      box.show();
    });
  } finally {
    disposables.dispose();
  }
}
