import assert from 'node:assert/strict';
import { sidActions } from '../../../src/core/links/sidAction.ts';
import type { ProfiledResource } from '../../../src/core/resources/resourceReference.ts';
import { scanSids } from '../../../src/core/sids/scan/scanSids.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const home: ProfiledResource = { profileId: 'acme', workspaceSid: WS };

/** The kinds of actions for the first match in a line. */
function kindsIn(line: string, from?: ProfiledResource): readonly string[] {
  const [found] = scanSids(line);
  assert.ok(found !== undefined);
  return sidActions(found, line, from).map(({ kind }) => kind);
}

describe('sidActions', () => {
  const cases: [what: string, line: string, kinds: readonly string[]][] = [
    ['a Task', `WT${D}`, ['fetch', 'copy']],
    ['another resource of TaskRouter', `WQ${D}`, ['open', 'copy']],
    ['a call, which Tasks can be found by', `CA${D}`, ['find', 'copy']],
    ['a conversation, too', `CH${D}`, ['find', 'copy']],
    ['an account, which has no document here', `AC${D}`, ['copy']],
    [
      'a Task of another host',
      `https://example.com/v1/Workspaces/${WS.slice(0, 9)}/Tasks/WT${D}`,
      ['copy'],
    ],
    ['a SID that lacks a digit', `WT${D.slice(1)}`, []],
    ['a placeholder', `WT${'X'.repeat(32)}`, []],
  ];
  for (const [what, line, kinds] of cases) {
    it(`are ${kinds.join(', ') || 'none'} for ${what}`, () => {
      assert.deepEqual(kindsIn(line), kinds);
    });
  }

  it('have the unchanged SID and the profile of its document', () => {
    const line = `"call_sid": "CA${D}"`;
    const [call] = scanSids(line);
    assert.ok(call);
    assert.deepEqual(sidActions(call, line, home), [
      { kind: 'find', sid: `CA${D}` },
      { kind: 'copy', sid: `CA${D}` },
    ]);
    const [queue] = scanSids(`WQ${D}`);
    assert.ok(queue);
    assert.deepEqual(sidActions(queue, `WQ${D}`, home), [
      {
        kind: 'open',
        prefix: 'WQ',
        argument: { nearbyWorkspaceSid: WS, sid: `WQ${D}`, profile: 'acme' },
      },
      { kind: 'copy', sid: `WQ${D}` },
    ]);
    const [task] = scanSids(`WT${D}`);
    assert.ok(task);
    assert.deepEqual(sidActions(task, `WT${D}`, home)[0], {
      kind: 'fetch',
      argument: { taskSid: `WT${D}`, profile: 'acme' },
    });
  });
});
