import type { ActivityChange, WorkerState } from '../life/replayWorker.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import type { EventFacts, EventParty } from './eventBody.ts';

/** What is known of a Worker's change from one activity to another; undefined for the first. */
export function workerEventFacts(
  { workspace, url }: WorkspaceMoment,
  { worker }: WorkerState,
  { activity, at, previous }: ActivityChange,
): EventFacts | undefined {
  if (!previous) {
    return undefined;
  }
  const sid = sidIn(workspace, 'WK', worker.name);
  const party: EventParty = { type: 'worker', sid, url: `${url}/Workers/${sid}` };
  return {
    key: `${worker.name}/${activity}/${previous.activity}/${previous.at - at}`,
    type: 'worker.activity.update',
    at,
    description: `Worker ${worker.name} updated to ${activity} Activity`,
    actor: party,
    resource: party,
    data: {
      worker_activity_name: activity,
      worker_activity_sid: sidIn(workspace, 'WA', activity),
      worker_attributes: worker.attributes,
      worker_name: worker.name,
      worker_previous_activity_name: previous.activity,
      worker_previous_activity_sid: sidIn(workspace, 'WA', previous.activity),
      worker_sid: sid,
      worker_time_in_previous_activity: String(Math.floor((at - previous.at) / 1000)),
      worker_time_in_previous_activity_ms: String(at - previous.at),
    },
  };
}
