import type { TaskEvent, TaskState } from '../replay/taskReplay.ts';
import type {
  ActivityChange,
  WorkerState,
  WorkspaceSnapshot,
} from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import { twilioDate } from './dates.ts';

/** The parts in which events differ. */
export interface EventFacts {
  /** Unique within the Workspace. */
  readonly key: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly description: string;
  readonly actor: EventParty;
  readonly resource: EventParty;
  /** All values are strings, even numbers, as TaskRouter sends them. */
  readonly data: Readonly<Record<string, string>>;
}

interface EventParty {
  readonly type: 'workspace' | 'worker' | 'task' | 'reservation';
  readonly sid: string;
  readonly url: string;
}

/** An Event in the API's format, see https://www.twilio.com/docs/taskrouter/api/event. */
export function eventBody(snapshot: WorkspaceSnapshot, facts: EventFacts) {
  const { workspace, workspaceSid } = snapshot;
  const sid = sidIn(workspace, 'EV', facts.key);
  return {
    account_sid: snapshot.accountSid,
    actor_sid: facts.actor.sid,
    actor_type: facts.actor.type,
    actor_url: facts.actor.url,
    description: facts.description,
    event_data: {
      ...facts.data,
      workspace_name: workspace.name,
      workspace_sid: workspaceSid,
    },
    event_date: twilioDate(facts.at),
    event_date_ms: facts.at,
    event_type: facts.type,
    resource_sid: facts.resource.sid,
    resource_type: facts.resource.type,
    resource_url: facts.resource.url,
    sid,
    source: facts.actor.type === 'worker' ? 'api' : 'twilio',
    source_ip_address: facts.actor.type === 'worker' ? '203.0.113.24' : null,
    url: `${snapshot.url}/Events/${sid}`,
    workspace_sid: workspaceSid,
  };
}

const descriptions: Readonly<Record<string, string>> = {
  'task.created': 'Task created',
  'workflow.target-matched': 'Task matched a workflow target',
  'task-queue.entered': 'Task entered TaskQueue',
  'task-queue.timeout': 'Task timed out of TaskQueue',
  'task.wrapup': 'Task is wrapping up',
  'task.completed': 'Task completed',
  'task.canceled': 'Task canceled',
  'task.deleted': 'Task deleted',
  'reservation.created': 'Reservation created for Worker',
  'reservation.accepted': 'Reservation accepted by Worker',
  'reservation.rejected': 'Reservation rejected by Worker',
  'reservation.timeout': 'Reservation timed out for Worker',
  'reservation.rescinded': 'Reservation rescinded from Worker',
  'reservation.canceled': 'Reservation canceled for Worker',
  'reservation.wrapup': 'Reservation is wrapping up with Worker',
  'reservation.completed': 'Reservation completed by Worker',
};

const workerActions: readonly string[] = [
  'reservation.accepted',
  'reservation.rejected',
  'reservation.wrapup',
  'reservation.completed',
];

/** The facts of an event of a Task. `index` is its position among the Task's events. */
export function taskEventFacts(
  snapshot: WorkspaceSnapshot,
  state: TaskState,
  event: TaskEvent,
  index: number,
): EventFacts {
  const { workspace, workspaceSid, url } = snapshot;
  const { task } = state;
  const taskSid = sidIn(workspace, 'WT', task.key);
  const taskParty: EventParty = { type: 'task', sid: taskSid, url: `${url}/Tasks/${taskSid}` };
  const parties = event.reservation && reservationParties(snapshot, taskParty, task.key, event);
  return {
    key: `${task.key}/${index}`,
    type: event.type,
    at: event.at,
    description: [descriptions[event.type] ?? event.type, event.reservation?.worker]
      .filter((part) => part !== undefined)
      .join(' '),
    actor:
      parties && workerActions.includes(event.type)
        ? parties.worker
        : { type: 'workspace', sid: workspaceSid, url },
    resource: parties?.reservation ?? taskParty,
    data: {
      ...(event.type.startsWith('reservation.') && parties?.data),
      task_age: String(Math.floor((event.at - state.createdAt) / 1000)),
      task_assignment_status: event.status,
      task_attributes: task.attributes,
      ...(event.reason !== null && {
        [event.status === 'canceled' ? 'task_canceled_reason' : 'task_completed_reason']:
          event.reason,
      }),
      task_channel_sid: sidIn(workspace, 'TC', task.channel),
      task_channel_unique_name: task.channel,
      task_priority: String(event.priority),
      // A new Task is not in a TaskQueue yet.
      ...(event.queue !== '' && {
        task_queue_name: event.queue,
        task_queue_sid: sidIn(workspace, 'WQ', event.queue),
      }),
      task_sid: taskSid,
      ...filterData(event),
      workflow_name: task.workflow,
      workflow_sid: sidIn(workspace, 'WW', task.workflow),
    },
  };
}

/** Which filter and target a Task matched; of the default there is nothing to say. */
function filterData({ routedBy }: TaskEvent) {
  const { filter, targetExpression } = routedBy ?? {};
  return {
    ...(filter && {
      workflow_filter_name: filter.name,
      workflow_filter_expression: filter.expression,
    }),
    ...(targetExpression !== undefined && {
      workflow_filter_target_expression: targetExpression,
    }),
  };
}

function reservationParties(
  { workspace, url, workers }: WorkspaceSnapshot,
  task: EventParty,
  taskKey: string,
  { reservation, at }: TaskEvent,
) {
  const workerName = reservation?.worker ?? '';
  const workerSid = sidIn(workspace, 'WK', workerName);
  const sid = sidIn(workspace, 'WR', `${taskKey}/${reservation?.index ?? 0}`);
  const state = workers.find(({ worker }) => worker.name === workerName);
  const activity = state?.changes.findLast((change) => change.at <= at)?.activity ?? '';
  return {
    worker: { type: 'worker', sid: workerSid, url: `${url}/Workers/${workerSid}` },
    reservation: { type: 'reservation', sid, url: `${task.url}/Reservations/${sid}` },
    data: {
      reservation_sid: sid,
      reservation_status: reservation?.status ?? '',
      worker_activity_name: activity,
      worker_activity_sid: sidIn(workspace, 'WA', activity),
      worker_attributes: state?.worker.attributes ?? '{}',
      worker_name: workerName,
      worker_sid: workerSid,
    },
  } as const;
}

/** The facts of a Worker's change of Activity, or `undefined` for the first Activity. */
export function workerEventFacts(
  { workspace, url }: WorkspaceSnapshot,
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
