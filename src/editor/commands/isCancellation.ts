import { CancellationError } from 'vscode';

/** Whether an error only says that somebody changed their mind. */
export function isCancellation(error: unknown): boolean {
  return (
    error instanceof CancellationError || (error instanceof Error && error.name === 'AbortError')
  );
}
