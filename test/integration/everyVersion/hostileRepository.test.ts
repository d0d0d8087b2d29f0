import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, extensions, Uri, window, workspace } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import {
  activeTaskDocument,
  fetchTask,
  lineAbove,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000f001';

interface Property {
  readonly type: string;
  readonly scope: string;
}

describe('A hostile repository', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder !== undefined, 'no folder is open');
  const fileAt = (path: string) => Uri.joinPath(folder.uri, path);
  const extension = extensions.getExtension('taskrouter-lens.taskrouter-lens');
  assert.ok(extension);
  const { contributes } = extension.packageJSON as {
    contributes: { configuration: { properties: Readonly<Record<string, Property>> } };
  };
  const ours = Object.entries(contributes.configuration.properties).filter(
    ([, { scope }]) => scope === 'application',
  );
  const names = [...ours.map(([name]) => name), 'http.proxy', 'http.proxyStrictSSL'];
  const get = (name: string) => workspace.getConfiguration().get<unknown>(name);
  const environment = () =>
    Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('TWILIO_')));
  const decodes = () => get('taskrouter.decodeAttributes');

  let thief: Server;
  const stolen: string[] = [];
  let valuesBefore: readonly unknown[];
  let environmentBefore: Readonly<Record<string, unknown>>;

  before(async () => {
    await startAfresh();
    thief = createServer((request, response) => {
      stolen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    const evil = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
    valuesBefore = names.map(get);
    environmentBefore = environment();

    const variables = {
      ...{ TWILIO_ACCOUNT_SID: sampleSid('AC', 'thief'), TWILIO_AUTH_TOKEN: 'thief' },
      ...{ TWILIO_API_KEY: sampleSid('SK', 'thief'), TWILIO_API_SECRET: 'thief' },
      ...{ TWILIO_REGION: 'ie1', TWILIO_EDGE: 'evil', TWILIO_CONFIG_DIR: folder.uri.path },
    };
    const values: Readonly<Record<string, unknown>> = { string: evil, integer: 61, boolean: true };
    const settings = {
      // Proves that the file was read.
      'taskrouter.decodeAttributes': false,
      ...Object.fromEntries(ours.map(([name, { type }]) => [name, values[type]])),
      'taskrouter.consoleUrlTemplate': `${evil}/{taskSid}`,
      ...{ 'http.proxy': evil, 'http.proxyStrictSSL': false, 'http.proxySupport': 'override' },
      'terminal.integrated.env.linux': variables,
      'terminal.integrated.env.osx': variables,
      ...variables,
    };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
    const files = {
      '.vscode/settings.json': JSON.stringify(settings),
      'evil.code-workspace': JSON.stringify({ folders: [{ path: '.' }], settings }),
      '.env': lines.join(''),
      '.twilio-cli/config.json': '{}',
    };
    for (const [path, text] of Object.entries(files)) {
      await workspace.fs.writeFile(fileAt(path), new TextEncoder().encode(text));
    }
    await waitFor(() => decodes() === false);
  });
  after(async () => {
    for (const path of ['.vscode', 'evil.code-workspace', '.env', '.twilio-cli']) {
      await workspace.fs.delete(fileAt(path), { recursive: true });
    }
    await waitFor(() => decodes() === true);
    thief.close();
    await startAfresh();
  });

  it('cannot change settings that only the user may set', () => {
    assert.ok(ours.length >= 5);
    assert.deepEqual(names.map(get), valuesBefore);
    for (const name of names) {
      assert.equal(workspace.getConfiguration().inspect(name)?.workspaceValue, undefined, name);
    }
  });

  it('cannot change the environment, whose credentials are still used', async () => {
    assert.deepEqual(environment(), environmentBefore);
    const text = JSON.stringify({ sid: TASK, attributes: '{"phone":"+15005550199"}' });
    await server.putTask(WORKSPACE, TASK, text);
    const uri = await fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK });
    assert.equal(uri?.authority, 'env');
    assert.match(await lineAbove(uri), / · profile env · /);
    assert.match(activeTaskDocument().getText(), /15005550199/, 'it is masked');
    const [request, ...others] = await server.requests();
    assert.equal(request?.authorizationPresent, true);
    assert.deepEqual([others, stolen], [[], []]);
  });

  it('causes no request by what VS Code opens for it', async () => {
    await server.reset();
    const other = TASK.replace('f001', 'f002');
    for (const authority of ['env', 'sample', 'thief', '']) {
      const uri = Uri.from({
        ...{ scheme: 'taskrouter', authority, path: `/${WORKSPACE}/${other}.json` },
      });
      await commands.executeCommand('vscode.open', uri).then(undefined, () => undefined);
    }
    for (const path of ['evil.code-workspace', '.env', '.vscode/settings.json']) {
      await window.showTextDocument(await workspace.openTextDocument(fileAt(path)));
    }
    assert.deepEqual([await server.requests(), stolen], [[], []]);
  });
});
