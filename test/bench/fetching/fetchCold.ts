import type { TaskRouterClient } from '../../../src/twilio/taskRouterClient.ts';
import { requireWithoutEditor } from '../requireWithoutEditor.ts';
import { ownFiles } from './coldSources.ts';
import { servedTask, workspaceSid } from './servedTask.ts';

/*
 * Prints how many milliseconds the first fetch of this process takes, including loading:
 *
 *     node test/bench/fetching/fetchCold.ts path|here
 */
type FetchTask = (base: string, path: string, authorization: string) => Promise<string>;

const [what = ''] = process.argv.slice(2);
const { TASKROUTER_BENCH_URL: base = '' } = process.env;
const { sid: taskSid } = servedTask();
const [username, password] = [`AC${'0'.repeat(32)}`, 'secret'];
const path = `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
// By then it is activated, and what shows a Task is loaded.
if (what === 'here') for (const file of ownFiles.before) requireWithoutEditor(file);

const start = performance.now();
const text = await (what === 'here' ? fetchHere() : fetchWith(what));
const ms = performance.now() - start;
if (!text.includes('Billing (Spanish)')) throw new Error(`It brought no Task: ${text}`);
console.log(ms);
// Open connections would keep the process running.
process.exit();

async function fetchWith(file: string): Promise<string> {
  const { fetchTask } = requireWithoutEditor(file) as { readonly fetchTask: FetchTask };
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return fetchTask(base, path, authorization);
}

async function fetchHere(): Promise<string> {
  const loaded = requireWithoutEditor(ownFiles.client) as {
    readonly TaskRouterClient: typeof TaskRouterClient;
  };
  const client = new loaded.TaskRouterClient({
    profile: {
      ...{ id: 'env', name: 'env', origin: 'environment', sid: username, accountSid: username },
      apiBaseUrl: base,
    },
    ...{ credentials: { username, password }, version: '0.0.0', timeoutSeconds: () => 10 },
    log: () => undefined,
  });
  const { signal } = new AbortController();
  return (await client.fetchResource({ workspaceSid, taskSid }, signal)).text;
}
