import { benchTask } from '../benchTask.ts';

/** The Task that the server of these benchmarks answers every request with. */
export const workspaceSid = `WS${'0'.repeat(32)}`;

export function servedTask() {
  return benchTask(7, workspaceSid, 'https://taskrouter.twilio.com');
}
