import type { TaskReference } from '../../../src/core/resources/resourceReference.ts';
import type { TaskRouterServer } from '../server/taskRouterServer.ts';
import { simulatedTask } from '../simulatedTask.ts';

/**
 * Puts a Task into the simulation that is like one that waits there, but for some fields. To change one
 * that was put before, it is put again.
 *
 * @param fields those that are undefined are left out
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
