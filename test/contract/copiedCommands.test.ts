import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import {
  cliCommand,
  curlCommand,
  nodeSnippet,
  pythonSnippet,
} from '../../src/core/copy/codeSnippet.ts';
import type { Profile } from '../../src/core/profiles/profile.ts';
import { isInstalled, runQuietly } from '../support/process/runCommand.ts';
import { TaskRouterServer } from '../support/server/taskRouterServer.ts';
import { testCredentials } from '../support/server/testCredentials.ts';
import { simulatedTask } from '../support/simulation.ts';

const task = simulatedTask('waiting-invoice');
const { workspaceSid, taskSid } = task;
const { accountSid, authToken, apiKey, apiSecret } = testCredentials;
const common = { id: 'acme', name: 'Acme', origin: 'stored' } as const;
const ofKey: Profile = { ...common, sid: apiKey, apiBaseUrl: '', region: 'ie1', edge: 'dublin' };
const ofAccount: Profile = { ...common, sid: accountSid, apiBaseUrl: '' };
const withKey = { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret };
const withAccount = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };

/** A fake of Twilio's library for Node.js. Prints the request that the snippet makes. */
const NODE_LIBRARY = `
export default (user, secret, options) => ({ taskrouter: { v1: { workspaces: (workspaceSid) => ({
  tasks: (taskSid) => ({ fetch: async () => ({
    assignmentStatus: 'pending',
    attributes: JSON.stringify({ user, secret, options, workspaceSid, taskSid }),
  }) }),
}) } } });
`;

/** The same for Python. */
const PYTHON_LIBRARY = `
import json

class Client:
    def __init__(self, user, secret, account_sid=None, region=None, edge=None):
        self.asked = dict(user=user, secret=secret, account_sid=account_sid, region=region, edge=edge)
        self.taskrouter = self
        self.v1 = self
        self.assignment_status = "pending"

    def workspaces(self, sid):
        self.asked["workspaceSid"] = sid
        return self

    def tasks(self, sid):
        self.asked["taskSid"] = sid
        return self

    def fetch(self):
        self.attributes = json.dumps(self.asked)
        return self
`;

describe('A copied command, when it runs', () => {
  let server: TaskRouterServer;
  let folder: string;
  before(async () => {
    server = await TaskRouterServer.start();
    folder = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-copied-'));
    write('node_modules/twilio/index.mjs', NODE_LIBRARY);
    write('node_modules/twilio/package.json', '{"name":"twilio","exports":"./index.mjs"}');
    write('twilio/__init__.py', '');
    write('twilio/rest/__init__.py', PYTHON_LIBRARY);
    // Prints the arguments that a program receives, one a line.
    write('bin/twilio', '#!/bin/sh\nprintf "%s\\n" "$TWILIO_REGION" "$TWILIO_EDGE" "$@"\n', 0o755);
  });
  beforeEach(() => {
    server.reset();
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, text: string, mode = 0o644): string {
    const path = resolve(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode });
    return path;
  }

  const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    runQuietly(program, args, {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}/bin:${process.env['PATH'] ?? ''}`, ...env },
    });
  const shells = {
    bash: (command: string, env: Readonly<Record<string, string>>) =>
      run('bash', ['-c', `{ ${command}\n} 2>/dev/null`], env),
    powershell: (command: string, env: Readonly<Record<string, string>>) =>
      run('pwsh', ['-NoProfile', '-Command', command.replace('curl.exe', 'curl -s')], env),
  };

  for (const shell of ['bash', 'powershell'] as const) {
    describe(shell === 'bash' ? 'in Bash' : 'in PowerShell', () => {
      before(function () {
        // Neither npm nor Debian has PowerShell. Without it, only unit tests check the command's
        // text.
        if (shell === 'powershell' && !isInstalled('pwsh')) this.skip();
      });

      for (const [whose, profile, env] of [
        ['an API key', ofKey, withKey],
        ['an account', ofAccount, withAccount],
      ] as const) {
        it(`fetches the Task with curl and the credentials of ${whose}`, async () => {
          const at = { ...profile, apiBaseUrl: server.url };
          const answer = await shells[shell](curlCommand(task, at, shell), env);
          assert.equal((JSON.parse(answer) as { sid: string }).sid, taskSid);
          assert.deepEqual(
            server.requests.map(({ method, path }) => `${method} ${path}`),
            [`GET /v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`],
          );
        });
      }

      it('requests the exact URL, even with special characters in its path', async () => {
        const path = `/it's/$(id)/{a,b}/[1-2]/"&;`;
        const at = { ...ofKey, apiBaseUrl: server.url + path };
        await shells[shell](curlCommand(task, at, shell), withKey);
        assert.equal(server.requests.length, 1);
        assert.ok(server.requests[0]?.path.startsWith(path), server.requests[0]?.path);
      });

      it('passes the SIDs, the region and the edge to the Twilio CLI', async () => {
        const lines = (await shells[shell](cliCommand(task, ofKey, shell), {})).trim().split('\n');
        assert.deepEqual(lines, [
          ...['ie1', 'dublin', 'api:taskrouter:v1:workspaces:tasks:fetch'],
          ...['--workspace-sid', workspaceSid, '--sid', taskSid, '-o', 'json'],
        ]);
      });
    });
  }

  it('works as a module in Node.js', async () => {
    const path = write('read.mjs', nodeSnippet(task, ofKey));
    const env = { ...withKey, TWILIO_ACCOUNT_SID: accountSid };
    const output = await run(process.execPath, [path], env);
    assert.deepEqual(JSON.parse(output.replace(/^pending /, '')), {
      ...{ user: apiKey, secret: apiSecret, workspaceSid, taskSid },
      options: { accountSid, region: 'ie1', edge: 'dublin' },
    });
    const plain = write('readPlain.mjs', nodeSnippet(task, ofAccount));
    assert.match(await run(process.execPath, [plain], withAccount), /^pending \{"user":"AC/);
  });

  it('works as a program in Python', async function () {
    // The machine may have no Python, which npm cannot install. Twilio's library for it is faked.
    if (!isInstalled('python3')) this.skip();
    const path = write('read.py', pythonSnippet(task, ofKey));
    const env = { ...withKey, TWILIO_ACCOUNT_SID: accountSid, PYTHONIOENCODING: 'utf-8' };
    const output = await run('python3', [path], env);
    assert.deepEqual(JSON.parse(output.replace(/^pending /, '')), {
      ...{ user: apiKey, secret: apiSecret, workspaceSid, taskSid },
      ...{ account_sid: accountSid, region: 'ie1', edge: 'dublin' },
    });
  });
});
