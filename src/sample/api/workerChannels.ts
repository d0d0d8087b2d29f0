import { setUpDates } from '../bodies/dates.ts';
import type { SampleChannel } from '../data/sampleWorkspace.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import { bodyRow, type Collection } from './collection.ts';

/** The Worker Channels of one Worker. */
export function workerChannelCollection(workerSid: string): Collection {
  return {
    prefix: 'WC',
    key: 'channels',
    rows: (snapshot) => {
      const state = snapshot.workers.find(
        ({ worker }) => sidIn(snapshot.workspace, 'WK', worker.name) === workerSid,
      );
      if (state === undefined) return [];
      return snapshot.workspace.channels.map((channel, index) =>
        bodyRow(workerChannelBody(snapshot, state, channel), index),
      );
    },
    select: () => ({ keep: () => true }),
  };
}

/**
 * How a Worker takes Tasks of one channel. A pending Reservation takes capacity, but only accepted ones are
 * assigned. https://www.twilio.com/docs/taskrouter/multitasking
 */
function workerChannelBody(
  snapshot: WorkspaceSnapshot,
  { worker }: WorkerState,
  channel: SampleChannel,
) {
  const { workspace } = snapshot;
  const { name } = worker;
  const own = worker.channels?.[channel.uniqueName];
  const capacity = own?.capacity ?? channel.capacity;
  const statuses = snapshot.tasks
    .filter(({ task }) => task.channel === channel.uniqueName)
    .flatMap(({ reservations }) => reservations)
    .flatMap((one) => (one.worker === name ? [one.status] : []));
  const assigned = statuses.filter((status) => status === 'accepted').length;
  const taken = statuses.filter((status) => HELD.includes(status)).length;
  const sid = sidIn(workspace, 'WC', `${name}/${channel.uniqueName}`);
  const workerSid = sidIn(workspace, 'WK', name);
  return {
    account_sid: snapshot.accountSid,
    assigned_tasks: assigned,
    available: own?.available ?? true,
    available_capacity_percentage:
      capacity === 0 ? 0 : Math.max(0, Math.floor((1 - taken / capacity) * 100)),
    configured_capacity: capacity,
    ...setUpDates(snapshot),
    sid,
    task_channel_sid: sidIn(workspace, 'TC', channel.uniqueName),
    task_channel_unique_name: channel.uniqueName,
    worker_sid: workerSid,
    workspace_sid: snapshot.workspaceSid,
    url: `${snapshot.url}/Workers/${workerSid}/Channels/${sid}`,
  };
}

const HELD: readonly string[] = ['pending', 'accepted', 'wrapping'];
