import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sampleProfile } from '../../../src/core/profiles/profile.ts';
import { resourceOfApiUrl } from '../../../src/core/taskrouter/resourceUrl.ts';
import { acmeBackOffice } from '../../../src/sample/data/acmeBackOffice.ts';
import { acmeContactCentre } from '../../../src/sample/data/acmeContactCentre.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { BuiltInSample } from '../../../src/sample/sampleTaskSource.ts';

const PROFILE = sampleProfile('Sample');
const never = new AbortController().signal;

describe('the built-in sample', () => {
  let seconds: number;
  let sample: BuiltInSample;
  beforeEach(() => {
    seconds = 0;
    sample = new BuiltInSample(PROFILE, () => 1_800_000_000_000 + seconds * 1000);
  });

  const keyed = [acmeContactCentre, acmeBackOffice].flatMap((workspace) =>
    workspace.tasks.map(({ key }) => ({
      key,
      workspaceSid: sampleSid('WS', workspace.name),
      taskSid: sidIn(workspace, 'WT', key),
    })),
  );
  /** The state of each Task that is there, by its key. */
  const states = async () => {
    const seen = new Map<string, string>();
    for (const workspaceSid of new Set(keyed.map((task) => task.workspaceSid))) {
      const list = { kind: 'Tasks', workspaceSid, filter: {} } as const;
      const { rows, next } = await sample.source.listResources(list, never);
      assert.equal(next, undefined, 'all of them are on one page');
      for (const { sid, text } of rows) {
        const key = keyed.find(({ taskSid }) => taskSid === sid)?.key ?? sid;
        const fields = JSON.parse(text) as Record<string, string>;
        seen.set(key, fields['assignment_status'] ?? '');
      }
    }
    return seen;
  };

  it('shows all six states at first sight, and for half an hour more', async () => {
    for (seconds = 0; seconds <= 1800; seconds += 10) {
      const seen = [...new Set((await states()).values())].sort().join(' ');
      const all = 'assigned canceled completed pending reserved wrapping';
      assert.equal(seen, all, `after ${seconds} s`);
    }
  });

  it('moves on, and does not begin again as long as anything moves', async () => {
    assert.equal((await states()).get('order-status'), 'pending');
    seconds = 20;
    sample.restart();
    assert.equal((await states()).get('order-status'), 'reserved');
    seconds = 514;
    sample.restart();
    assert.equal((await states()).get('order-status'), 'completed');
  });

  it('begins again once all that ends is deleted, when it is explored again', async () => {
    const atFirst = await states();
    seconds = 3 * 60 * 60;
    const left = await states();
    assert.ok(left.size < atFirst.size);
    sample.restart();
    assert.deepEqual(await states(), atFirst);
    seconds += 20;
    assert.equal((await states()).get('order-status'), 'reserved');
  });

  it('names its own account, and only addresses that lead to its own documents', async () => {
    for (const { workspaceSid, taskSid } of keyed.slice(0, 3)) {
      const { text } = await sample.source.fetchResource({ workspaceSid, taskSid }, never);
      const { url, links, ...fields } = JSON.parse(text) as Record<string, unknown>;
      assert.equal(fields['account_sid'], PROFILE.sid);
      assert.deepEqual(resourceOfApiUrl(String(url), PROFILE), { workspaceSid, taskSid });
      assert.deepEqual(resourceOfApiUrl((links as { workspace: string }).workspace, PROFILE), {
        workspaceSid,
      });
      const hosts = text.match(/https?:\/\/[^/"]+/g) ?? [];
      assert.deepEqual([...new Set(hosts)], [PROFILE.apiBaseUrl]);
    }
  });

  it('has the Tasks that README sends a newcomer to, for weeks', async () => {
    const named = readFileSync('README.md', 'utf8').match(/\bWT[0-9a-f]{32}\b/g) ?? [];
    assert.equal(named.length, 3);
    const workspaceSid = sampleSid('WS', acmeContactCentre.name);
    for (seconds of [0, 30 * 24 * 60 * 60]) {
      for (const taskSid of named) {
        const { text } = await sample.source.fetchResource({ workspaceSid, taskSid }, never);
        assert.ok(text.includes(taskSid));
      }
    }
  });
});
