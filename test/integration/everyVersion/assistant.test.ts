import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import type { ListedProfile } from '../../../src/core/profiles/profileDirectory.ts';
import { TaskTool } from '../../../src/editor/assistant/taskTool.ts';
import { simulatedTask } from '../../support/simulation.ts';
import { answerOf, describesItself, sample, toolServices } from '../../support/suite/chatTools.ts';

const { workspaceSid, taskSid } = simulatedTask('waiting-invoice');

/** A tool that uses the sample, with the confirmations that it asked for. */
function toolOf(options: { profile?: ListedProfile | undefined; allows?: boolean } = {}) {
  const { profile, allows = true } = { profile: sample, ...options };
  /** The active profile, and all profiles. */
  const state: { active: ListedProfile | undefined; all: readonly ListedProfile[] } = {
    active: profile,
    all: profile === undefined ? [] : [profile],
  };
  const asked: string[] = [];
  const { services, finder } = toolServices(state);
  const tool = new TaskTool(services as never, finder, (sid) => {
    asked.push(sid);
    return Promise.resolve(allows);
  });
  const invoke = (input: unknown) => answerOf(tool, input);
  return { ...{ tool, asked, invoke, state }, store: services.store };
}

const errorOf = (text: string) => (JSON.parse(text) as { error: { kind: string } }).error;

describe('The tool for a chat', () => {
  describesItself('taskrouter_fetchTask', () => toolOf().tool, taskSid);

  for (const task of [`${workspaceSid}/${taskSid}`, taskSid]) {
    it(`fetches ${task}, with masked attributes, and keeps none of it`, async () => {
      const { invoke, store, asked } = toolOf();
      const text = await invoke({ task });
      assert.match(text, /"assignment_status": "pending"/);
      assert.match(text, /"customer_id": "•••"/);
      assert.deepEqual(asked, []);
      assert.equal(store.get({ profileId: 'sample', workspaceSid, taskSid }), undefined);
    });
  }

  it('returns attributes only if the user shares them', async () => {
    const input = { task: taskSid, includeAttributes: true };
    const allowed = toolOf();
    assert.match(await allowed.invoke(input), /"customer_id": 9007199254740993/);
    assert.deepEqual(allowed.asked, [taskSid]);
    assert.match(await toolOf({ allows: false }).invoke(input), /"customer_id": "•••"/);
  });

  it('returns none in privacy mode, and does not ask to share them', async () => {
    const settings = workspace.getConfiguration('taskrouter');
    await settings.update('privacyMode', true, ConfigurationTarget.Global);
    try {
      const { invoke, asked } = toolOf();
      assert.match(
        await invoke({ task: taskSid, includeAttributes: true }),
        /"customer_id": "•••"/,
      );
      assert.deepEqual(asked, []);
    } finally {
      await settings.update('privacyMode', undefined, ConfigurationTarget.Global);
    }
  });

  describe('after the confirmation', () => {
    const input = { task: `${workspaceSid}/${taskSid}` };
    const other: ListedProfile = {
      ...{ id: 'p-other', name: 'Other', origin: 'stored', sid: 'SK1' },
      apiBaseUrl: 'https://taskrouter.twilio.com',
    };

    it('uses the confirmed profile, even if another is active by then', async () => {
      const { tool, invoke, state } = toolOf();
      tool.prepareInvocation({ input });
      state.active = other;
      assert.match(await invoke(input), /profile "Sample"/);
    });

    const moved = { ...sample, apiBaseUrl: 'https://elsewhere.example' };
    for (const [what, all] of [
      ['is gone', []],
      ['reads from another host', [moved]],
      ['signs in with another SID', [{ ...sample, sid: 'SK1' }]],
    ] as const) {
      it(`refuses if that profile ${what}`, async () => {
        const { tool, invoke, state } = toolOf();
        tool.prepareInvocation({ input });
        state.all = all;
        assert.equal(errorOf(await invoke(input)).kind, 'profileChanged');
      });
    }

    it('refuses if there was no profile to confirm', async () => {
      const { tool, invoke, state } = toolOf({ profile: undefined });
      assert.deepEqual(tool.prepareInvocation({ input }), {});
      state.active = sample;
      state.all = [sample];
      assert.equal(errorOf(await invoke(input)).kind, 'profileChanged');
    });

    it('refuses if two profiles were confirmed for the same input', async () => {
      const { tool, invoke, state } = toolOf();
      tool.prepareInvocation({ input });
      state.active = other;
      tool.prepareInvocation({ input });
      assert.equal(errorOf(await invoke(input)).kind, 'profileChanged');
      state.active = sample;
      tool.prepareInvocation({ input });
      assert.match(await invoke(input), /profile "Sample"/);
    });
  });

  for (const [what, kind, input, profile] of [
    ['something that is no Task', 'badInput', { task: 'WT12' }, sample],
    ['a Task that is nowhere', 'notFound', { task: `WT${'0'.repeat(32)}` }, sample],
    [
      'a Task that is not there',
      'notFound',
      { task: `${workspaceSid}/WT${'0'.repeat(32)}` },
      sample,
    ],
    [
      'an address of another host',
      'otherHost',
      { task: `https://example.com/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}` },
      sample,
    ],
    ['a Task without a profile', 'noProfile', { task: taskSid }, undefined],
    [
      'a Task of a profile that cannot be used',
      'missingEdge',
      { task: taskSid },
      {
        id: 'env',
        name: 'env',
        origin: 'environment',
        fault: { kind: 'missingEdge', region: 'au1' },
      },
    ],
  ] as const) {
    it(`explains why it does not fetch ${what}, and what to do`, async () => {
      const { invoke } = toolOf({ profile });
      assert.equal(errorOf(await invoke(input)).kind, kind);
    });
  }
});
