import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, EventEmitter, workspace, type Uri } from 'vscode';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { ExplainTool } from '../../../src/editor/assistant/explainTool.ts';
import { RoutingExplanations } from '../../../src/editor/explanation/routingExplanations.ts';
import { present } from '../../../src/editor/ui/present.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { answerOf, describesItself, sample, toolServices } from '../../support/suite/chatTools.ts';
import { lineAbove, server, startAfresh, waitForPages } from '../../support/suite/taskSuite.ts';

const NAME = 'Acme Travel Desk';
const WORKSPACE = sampleSid('WS', NAME);
const TASK = sidIn({ name: NAME }, 'WT', 'all-on-break');
const pair = { workspaceSid: WORKSPACE, taskSid: TASK };
const QUESTION = /Why Is It Waiting\?/;

const run = <T>(command: string, argument?: unknown) =>
  commands.executeCommand<T>(command, argument);
const asked = async () => (await server.requests()).map(({ path }) => path);

/** Resolves when the line above a document is as expected. */
async function untilAbove(uri: Uri, expected: RegExp): Promise<string> {
  for (;;) {
    const line = await lineAbove(uri);
    if (expected.test(line)) return line;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('Why a Task waits', () => {
  const setPrivacy = (value: boolean | undefined) =>
    workspace
      .getConfiguration('taskrouter')
      .update('privacyMode', value, ConfigurationTarget.Global);

  beforeEach(startAfresh);
  after(async () => {
    await setPrivacy(undefined);
    await startAfresh();
  });

  it('is said above its document once the user asks, and a CodeLens itself asks nothing', async () => {
    const uri = await run<Uri | undefined>('taskrouter.openTaskJson', pair);
    assert.ok(uri !== undefined);
    assert.match(await lineAbove(uri), QUESTION);
    const before = await asked();
    await lineAbove(uri);
    assert.deepEqual(await asked(), before);
    await run('_taskrouter.readRouting', uri);
    const line = await lineAbove(uri);
    assert.match(line, /Waiting: /);
    assert.doesNotMatch(line, QUESTION);
    // Channels of candidates and pages of Workers apart.
    const more = (await asked()).slice(before.length);
    const parts = more.filter((path) => !/\/Workers(?:$|\/)/.test(path));
    assert.ok(parts.length > 5 && parts.length <= 12, more.join('\n'));
  });

  it('is forgotten when privacy mode changes, as it may show what is masked then', async () => {
    const uri = await run<Uri | undefined>('taskrouter.openTaskJson', pair);
    assert.ok(uri !== undefined);
    await run('_taskrouter.readRouting', uri);
    await untilAbove(uri, /Waiting: /);
    await setPrivacy(true);
    await untilAbove(uri, QUESTION);
    await setPrivacy(undefined);
  });

  it('is not asked for a Task that does not wait', async () => {
    const taskSid = 'WT0000000000000000000000000000f901';
    const body = { sid: taskSid, assignment_status: 'assigned' };
    await server.putTask(WORKSPACE, taskSid, JSON.stringify(body));
    const uri = await run<Uri | undefined>('taskrouter.openTaskJson', { ...pair, taskSid });
    assert.ok(uri !== undefined);
    assert.doesNotMatch(await lineAbove(uri), QUESTION);
  });

  it('is read by its page, which the document then says as well', async () => {
    const uri = await run<Uri | undefined>('taskrouter.openTaskJson', pair);
    assert.ok(uri !== undefined);
    const before = await asked();
    assert.equal(String(await run('taskrouter.explainRouting', uri)), String(uri));
    await waitForPages(1);
    await untilAbove(uri, /Waiting: /);
    const more = (await asked()).slice(before.length);
    const once = new Set(more.filter((path) => !path.endsWith('/Workers')));
    assert.deepEqual(
      more.filter((path) => !path.endsWith('/Workers')).toSorted(),
      [...once].toSorted(),
    );
  });
});

describe('What was found out about a Task', () => {
  const { services } = toolServices();
  const removed = new EventEmitter<string>();
  const moved = new EventEmitter<{ readonly from: typeof sample }>();
  const profiles = {
    ...services.profiles,
    ...{ onDidRemove: removed.event, onDidMove: moved.event },
  } as never;
  const explanations = new RoutingExplanations({ ...services, profiles });
  const task = { profileId: sample.id, ...pair };
  const isKnown = () => explanations.known(task, undefined) !== undefined;
  const explain = () => explanations.explain(task, present(), new AbortController().signal);

  after(() => {
    explanations.dispose();
  });

  for (const [what, leave] of [
    [
      'is removed',
      (id: string) => {
        removed.fire(id);
      },
    ],
    [
      'gets another host',
      (id: string) => {
        moved.fire({ from: { ...sample, id } });
      },
    ],
  ] as const) {
    it(`is forgotten when its profile ${what}`, async () => {
      await explain();
      leave('another');
      assert.ok(isKnown());
      leave(sample.id);
      assert.ok(!isKnown());
    });
  }
});

describe('The tool that explains routing to a chat', () => {
  function toolOf(explains?: Pick<RoutingExplanations, 'explain'>) {
    const { services, finder } = toolServices();
    const explanations = explains ?? new RoutingExplanations(services);
    const tool = new ExplainTool({ ...services, explanations } as never, finder);
    return { tool, store: services.store };
  }

  describesItself('taskrouter_explainRouting', () => toolOf().tool, TASK);

  for (const task of [`${WORKSPACE}/${TASK}`, TASK]) {
    it(`explains ${task}, masked, and keeps none of it`, async () => {
      const { tool, store } = toolOf();
      const text = await answerOf(tool, { task });
      assert.match(text, /^How the Twilio TaskRouter Task/);
      assert.match(text, /Cause: nobodyAvailable\./);
      assert.doesNotMatch(text, /2025550173|18000/);
      assert.equal(store.get({ profileId: 'sample', ...pair }), undefined);
    });
  }

  it('keeps nothing of a Task that it found and cannot explain', async () => {
    const failure = { kind: 'timeout', host: 'api', seconds: 30 } as const;
    const explain = () => Promise.reject(new TaskRouterFailure(failure));
    const { tool, store } = toolOf({ explain });
    assert.match(await answerOf(tool, { task: TASK }), /"kind": "timeout"/);
    assert.equal(store.get({ profileId: 'sample', ...pair }), undefined);
  });

  it('answers with an error and advice for a Task that never was', async () => {
    const task = `${WORKSPACE}/WT${'0'.repeat(32)}`;
    assert.match(await answerOf(toolOf().tool, { task }), /"kind": "notFound"/);
  });
});
