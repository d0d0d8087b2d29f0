import { resolve } from 'node:path';
import { projectRoot } from '../../support/projectRoot.ts';

/**
 * The code that fetches a Task with each library, as a module that exports `fetchTask(base, path,
 * authorization)`.
 */
export const coldSources: Readonly<Record<string, string>> = {
  'node:https': `
    import { get } from 'node:https';
    export const fetchTask = (base, path, Authorization) => new Promise((resolve, reject) => {
      get(base + path, { headers: { Authorization } }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString()));
      }).on('error', reject);
    });`,
  fetch: `
    export const fetchTask = async (base, path, Authorization) =>
      (await fetch(base + path, { headers: { Authorization } })).text();`,
  'node-fetch': `
    import fetch from 'node-fetch';
    export const fetchTask = async (base, path, Authorization) =>
      (await fetch(base + path, { headers: { Authorization } })).text();`,
  twilio: `
    import twilio from 'twilio';
    export const fetchTask = async (base, path) => {
      const [, , , workspace, , task] = path.split('/');
      const client = twilio('AC' + '0'.repeat(32), 'secret');
      client.taskrouter.baseUrl = base;
      const fetched = await client.taskrouter.v1.workspaces(workspace).tasks(task).fetch();
      return JSON.stringify(fetched.toJSON());
    };`,
};

/** Of this extension: what has been loaded before its first fetch, and what that loads. */
export const ownFiles = {
  before: ['extension', 'tasks'].map((bundle) => resolve(projectRoot, `dist/${bundle}.cjs`)),
  client: resolve(projectRoot, 'dist/twilio.cjs'),
};
