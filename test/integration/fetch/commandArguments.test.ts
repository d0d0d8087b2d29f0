import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import { commandIds } from '../../../src/editor/commands/commandIds.ts';
import { foreignUris, hostileArguments } from '../../support/hostile/hostileArguments.ts';
import {
  dismissing,
  server,
  startAfresh,
  taskTabs,
  waitForPages,
} from '../../support/suite/taskSuite.ts';

const all: readonly string[] = Object.values(commandIds);
/** These take no argument. They activate the sample, open a file, or change a setting. */
const withoutArgument = [
  'taskrouter.togglePrivacyMode',
  'taskrouter.exploreSample',
  '_taskrouter.useOwnProfile',
  '_taskrouter.openSampleFile',
];
/** These show a prompt, which takes time, and only check whether the argument is text. */
const asking = new Set([
  ...['addProfile', 'removeProfile', 'switchProfile', 'importProfiles', 'findTasks'].map(
    (one) => `taskrouter.${one}`,
  ),
  ...['changeCredentials', 'changeRegion', 'mendProfile'].map((one) => `_taskrouter.${one}`),
]);
const few = ['what throws when it is read', 'a profile that does not exist', 'an endless text'];

describe('A command with any argument', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => {
    unhandled.push(reason);
  };
  before(() => {
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    await startAfresh();
  });
  beforeEach(async () => {
    await startAfresh();
    await env.clipboard.writeText('before');
    unhandled.length = 0;
  });

  it('is in this list', async () => {
    const internal = (await commands.getCommands()).filter((id) => id.startsWith('_taskrouter.'));
    assert.deepEqual(
      internal.filter((id) => !all.includes(id)),
      [],
    );
  });

  for (const id of all.filter((one) => !withoutArgument.includes(one))) {
    it(`settles without any effect or request: ${id}`, async function () {
      this.timeout(60_000);
      const given = [...hostileArguments, ...foreignUris];
      for (const [what, make] of given) {
        if (asking.has(id) && !few.includes(what)) continue;
        const result = await dismissing(commands.executeCommand(id, make()));
        assert.ok(result === undefined || result === false, what);
      }
      await waitForPages(0);
      assert.equal(taskTabs(), 0);
      assert.deepEqual(await server.requests(), []);
      // Copying a SID needs no profile.
      const copied = id === '_taskrouter.copySid' ? /^WT[0-9a-f]{32}$/ : /^before$/;
      assert.match(await env.clipboard.readText(), copied);
      assert.deepEqual(unhandled, []);
    });
  }
});
