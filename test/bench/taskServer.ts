import { parentPort, workerData } from 'node:worker_threads';
import { sampleSid } from '../../src/sample/sampleSid.ts';
import { TaskRouterServer } from '../support/server/taskRouterServer.ts';
import { benchTask } from './benchTask.ts';

/** The test server with very many Tasks, in a thread of its own: its time and heap are not ours. */
const { count } = workerData as { readonly count: number };
const server = await TaskRouterServer.start();
const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
for (let number = 0; number < count; number++) {
  const { sid, text } = benchTask(number, workspaceSid, server.url);
  server.simulation.putTask(workspaceSid, sid, text);
}
parentPort?.postMessage({ url: server.url, workspaceSid });
