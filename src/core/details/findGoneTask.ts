import type { TaskSource } from '../tasks/taskSource.ts';
import { earliestEvent } from './earliestEvent.ts';

/**
 * In which of some Workspaces a Task was that is gone: the one that still has events of it; nothing if
 * none has.
 *
 * @param now in ms since the epoch
 * @throws TaskRouterFailure if that cannot be asked; `signal.reason` when cancelled
 */
export async function findGoneTask(
  source: Pick<TaskSource, 'listResources'>,
  taskSid: string,
  workspaceSids: readonly string[],
  now: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const startDate = earliestEvent(now);
  const found = await Promise.all(
    workspaceSids.map(async (workspaceSid) => {
      const list = { kind: 'Events', workspaceSid, taskSid, startDate } as const;
      const { rows } = await source.listResources(list, signal);
      return rows.length > 0;
    }),
  );
  return workspaceSids.find((_, index) => found[index]);
}
