import type { TaskReference } from '../../../src/core/resources/resourceReference.ts';
import type { TaskRouterServer } from '../server/taskRouterServer.ts';
import { simulatedTask } from '../simulation.ts';

/**
 * Adds a Task to the simulation that is like a waiting one except for some fields. To change it, call this again.
 *
 * @param fields those that are `undefined` are removed
 */
export function putTask(
  { simulation }: TaskRouterServer,
  task: TaskReference,
  fields: Readonly<Record<string, unknown>>,
): TaskReference {
  const { workspaceSid, taskSid } = simulatedTask('waiting-invoice');
  const { body } = simulation.get(`/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`);
  const like = JSON.parse(body.replaceAll(taskSid, task.taskSid)) as Record<string, unknown>;
  simulation.putTask(task.workspaceSid, task.taskSid, JSON.stringify({ ...like, ...fields }));
  return task;
}

/** The parts of an Event that a test chooses. */
export interface PutEvent {
  readonly type: string;
  /** In ms since the epoch. */
  readonly at: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly description?: string;
}

/** Adds these Events to every list of Events, as the simulation would not create them itself. */
export function answerEvents(server: TaskRouterServer, events: readonly PutEvent[]): void {
  const rows = events.map(({ type, at, data = {}, description = '' }, index) => ({
    sid: `EV${index.toString(16).padStart(32, '0')}`,
    event_type: type,
    event_date: new Date(at).toISOString().replace(/\.\d+/, ''),
    event_date_ms: at,
    event_data: data,
    description,
  }));
  const body = JSON.stringify({ events: rows, meta: { key: 'events', next_page_url: null } });
  server.fault({ match: '/Events?', times: Infinity, status: 200, body });
}
