import type { ResourcePage } from '../taskrouter/listPage.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import { earliestEvent } from './earliestEvent.ts';

/** Where a Task was that is gone, with the first page of its events, so that it is asked for once. */
export interface FoundGoneTask {
  readonly workspaceSid: string;
  readonly events: ResourcePage;
}

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
): Promise<FoundGoneTask | undefined> {
  const startDate = earliestEvent(now);
  const asked = await Promise.allSettled(
    workspaceSids.map(async (workspaceSid) => {
      const list = { kind: 'Events', workspaceSid, taskSid, startDate } as const;
      return { workspaceSid, events: await source.listResources(list, signal) };
    }),
  );
  signal.throwIfAborted();
  for (const one of asked) {
    if (one.status === 'fulfilled' && one.value.events.rows.length > 0) return one.value;
  }
  for (const one of asked) if (one.status === 'rejected') throw one.reason;
  return undefined;
}
