import assert from 'node:assert/strict';
import { commands, type LogOutputChannel } from 'vscode';
import { CommandRunner } from '../../src/editor/commands/commandRunner.ts';

const CANARY = 'canary-4711';

describe('An unexpected error', () => {
  after(() => commands.executeCommand('notifications.clearAll'));

  it('is logged with its class and stack frames, without its message', async () => {
    const logged: string[] = [];
    const log = { error: (text: string) => logged.push(text) } as unknown as LogOutputChannel;
    const error = new TypeError(`cannot read ${CANARY}\n    at ${CANARY} of it`, {
      cause: new Error(CANARY),
    });
    const fail = (): Promise<void> =>
      Promise.reject(Object.assign(error, { headers: { x: CANARY } }));
    await new CommandRunner(log).run('do a thing', fail);
    assert.match(logged.join('\n'), /^do a thing: TypeError\n\s+at .+:\d+:\d+\)?/);
    assert.ok(!logged.join().includes(CANARY));
  });
});
