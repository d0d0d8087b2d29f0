import { Agent, get, globalAgent } from 'node:https';
import fetchByNodeFetch, { type RequestInit as NodeFetchInit } from 'node-fetch';
import twilio from 'twilio';
import { decodeEmbeddedJson, printJson } from '../../../src/core/json/jsonText.ts';
import { TaskRouterClient } from '../../../src/twilio/taskRouterClient.ts';
import { servedTask, workspaceSid } from './servedTask.ts';

/** A way to fetch a Task: this extension, or a library that could be used instead. */
export interface FetchWay {
  readonly name: string;
  /** Fetches the Task and returns the body, to verify that it worked. */
  readonly fetch: () => Promise<string>;
}

const { sid: taskSid } = servedTask();
const credentials = { username: `AC${'0'.repeat(32)}`, password: 'secret' };
const { username, password } = credentials;
const headers = {
  Accept: 'application/json',
  Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
};
/** Without this header, no agent of an extension host keeps a connection. */
const kept = { ...headers, Connection: 'keep-alive' };

/** @param base the origin of the server */
export function fetchWays(base: string): readonly FetchWay[] {
  const url = `${base}/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
  const agent = new Agent({ keepAlive: true });
  const client = clientOf(base);
  const library = twilio(username, password, { accountSid: username });
  library.taskrouter.baseUrl = base;
  const { signal } = new AbortController();
  const here = async () => (await client.fetchResource({ workspaceSid, taskSid }, signal)).text;
  return [
    {
      name: 'node:https',
      fetch: () =>
        new Promise((resolve, reject) => {
          get(url, { agent, headers: kept }, (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('end', () => {
              resolve(Buffer.concat(parts).toString());
            });
          }).on('error', reject);
        }),
    },
    { name: 'fetch', fetch: async () => (await fetch(url, { headers })).text() },
    { name: 'node-fetch', fetch: byNodeFetch(url, { headers: kept }) },
    { name: 'twilio', fetch: async () => JSON.stringify(await fetchBy(library)) },
    { name: 'TaskRouter Lens', fetch: here },
    {
      name: 'TaskRouter Lens, decoded and printed',
      fetch: async () => printJson(decodeEmbeddedJson(await here())),
    },
  ];
}

/**
 * The cost of node-fetch with one setting changed, or with all settings that this extension uses.
 */
export function nodeFetchSettings(base: string): readonly FetchWay[] {
  const url = `${base}/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
  const { signal } = new AbortController();
  const ours = { headers: kept, redirect: 'manual', size: 10_000_000, signal } as const;
  return [
    { name: 'as it is', fetch: byNodeFetch(url, {}) },
    { name: 'Connection: keep-alive', fetch: byNodeFetch(url, { headers: kept }) },
    { name: 'compress: false', fetch: byNodeFetch(url, { compress: false }) },
    {
      name: 'an agent of its own',
      fetch: byNodeFetch(url, { agent: new Agent({ keepAlive: true }) }),
    },
    { name: 'an agent that keeps no connection', fetch: byNodeFetch(url, { agent: new Agent() }) },
    { name: 'a signal', fetch: byNodeFetch(url, { signal }) },
    { name: 'a limit of size', fetch: byNodeFetch(url, { size: ours.size }) },
    { name: 'all of what is asked here', fetch: byNodeFetch(url, ours) },
  ];
}

/** With the default agent, which keeps connections, as in the extension. */
function byNodeFetch(url: string, init: NodeFetchInit): () => Promise<string> {
  return async () => {
    const response = await fetchByNodeFetch(url, { agent: globalAgent, headers, ...init });
    return response.text();
  };
}

async function fetchBy(library: ReturnType<typeof twilio>): Promise<unknown> {
  return (await library.taskrouter.v1.workspaces(workspaceSid).tasks(taskSid).fetch()).toJSON();
}

function clientOf(apiBaseUrl: string): TaskRouterClient {
  return new TaskRouterClient({
    profile: {
      ...{ id: 'env', name: 'env', origin: 'environment', sid: username, accountSid: username },
      apiBaseUrl,
    },
    ...{ credentials, version: '0.0.0', timeoutSeconds: () => 10, log: () => undefined },
  });
}
