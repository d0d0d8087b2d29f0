import type { TaskSource } from '../tasks/taskSource.ts';
import { earliestEvent } from './earliestEvent.ts';

/**
 * In which of some Workspaces a Task was that is gone: the one that still has events of it; nothing if
 * none has. One that cannot be asked is no obstacle if another has them.
 *
 * @param now in ms since the epoch
 * @throws TaskRouterFailure if that remains unknown; `signal.reason` when cancelled
 */
export async function findGoneTask(
  source: Pick<TaskSource, 'listResources'>,
  taskSid: string,
  workspaceSids: readonly string[],
  now: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const startDate = earliestEvent(now);
  const asked = await Promise.allSettled(
    workspaceSids.map(async (workspaceSid) => {
      const list = { kind: 'Events', workspaceSid, taskSid, startDate } as const;
      const { rows } = await source.listResources(list, signal);
      return rows.length > 0;
    }),
  );
  signal.throwIfAborted();
  const found = asked.findIndex((one) => one.status === 'fulfilled' && one.value);
  if (found >= 0) return workspaceSids[found];
  for (const one of asked) if (one.status === 'rejected') throw one.reason;
  return undefined;
}
