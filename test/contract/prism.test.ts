import assert from 'node:assert/strict';
import { failureOf } from '../../src/core/failures/failureOf.ts';
import type { Failure } from '../../src/core/failures/taskRouterFailure.ts';
import { decodeEmbeddedJson } from '../../src/core/json/decodeEmbeddedJson.ts';
import { isJsonContainer } from '../../src/core/json/isJsonContainer.ts';
import { maskJson } from '../../src/core/json/maskJson.ts';
import { printJson } from '../../src/core/json/printJson.ts';
import type { TaskReference } from '../../src/core/tasks/taskReference.ts';
import { summarizeTask } from '../../src/core/tasks/summarizeTask.ts';
import type { Workspace } from '../../src/core/tasks/workspace.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';
import { HeaderProxy } from '../support/prism/headerProxy.ts';
import { PrismMock } from '../support/prism/prismMock.ts';
import { clientOf } from '../support/server/clientOf.ts';

const never = () => new AbortController().signal;

/** That of the document's examples: Prism answers with them whatever SID is asked for. */
const example = {
  workspaceSid: `WS${'a'.repeat(32)}`,
  taskSid: `WT${'a'.repeat(32)}`,
};

const pathOf = ({ workspaceSid, taskSid }: TaskReference) =>
  `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;

/** What work ended with; anything but a value or one failure fails the test. */
async function outcomeOf<Value extends object>(work: Promise<Value>): Promise<Value | Failure> {
  try {
    return await work;
  } catch (error) {
    const failure = failureOf(error);
    assert.ok(failure !== undefined, String(error));
    return failure;
  }
}

async function kindOf(work: Promise<object>): Promise<string> {
  const outcome = await outcomeOf(work);
  return 'kind' in outcome ? outcome.kind : 'none';
}

describe('The client, with an API that nobody here wrote', () => {
  const resources = new AsyncDisposableStack();
  let prism: PrismMock;
  /** The way for headers that the client has no reason to send. */
  let proxy: HeaderProxy;

  before(async () => {
    prism = await PrismMock.start(twilioDocuments.taskRouter);
    resources.defer(() => prism.stop());
    proxy = await HeaderProxy.start(prism.url);
    resources.defer(() => proxy.close());
  });
  after(() => resources.disposeAsync());
  beforeEach(() => {
    proxy.headers = {};
  });

  const list = async () => {
    const found: Workspace[] = [];
    for await (const page of clientOf(proxy).listWorkspaces(never())) found.push(...page);
    return found;
  };

  /** The body of an answer as the proxy passes it on. */
  const read = async (path: string) => {
    const headers = { Accept: 'application/json', Authorization: 'Basic eDp4' };
    return (await fetch(proxy.url + path, { headers })).text();
  };

  it('gets a Task, to the letter', async () => {
    const expected = await read(pathOf(example));
    const { text } = await clientOf(prism).fetchResource(example, never());
    assert.equal(text, expected);
    assert.deepEqual(summarizeTask(text), {
      status: 'pending',
      queueName: 'Test Queue',
      ageSeconds: 25_200,
    });
  });

  it('lists the Workspaces', async () => {
    assert.deepEqual(await list(), [{ sid: example.workspaceSid, friendlyName: 'new' }]);
  });

  it('does not take the answer for another Task, or for one of another Workspace', async () => {
    const { workspaceSid, taskSid } = example;
    for (const asked of [
      { workspaceSid, taskSid: `WT${'b'.repeat(32)}` },
      { workspaceSid: `WS${'b'.repeat(32)}`, taskSid },
    ]) {
      assert.equal(await kindOf(clientOf(prism).fetchResource(asked, never())), 'anotherTask');
    }
  });

  it('is unauthorized without its credentials', async () => {
    proxy.headers = { authorization: undefined };
    assert.equal(await kindOf(clientOf(proxy).fetchResource(example, never())), 'unauthorized');
    assert.equal(await kindOf(list()), 'unauthorized');
  });

  it('is told that a SID is malformed', async () => {
    const { workspaceSid, taskSid } = example;
    for (const asked of [
      { workspaceSid, taskSid: 'WT1' },
      { workspaceSid: taskSid, taskSid: workspaceSid },
    ]) {
      const failure = await outcomeOf(clientOf(prism).fetchResource(asked, never()));
      assert.ok('status' in failure, JSON.stringify(failure));
      assert.equal(failure.status, 422);
    }
  });

  it('takes what the schema allows for a Task: null in every field but its SIDs', async () => {
    const nulls = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      proxy.headers = { prefer: `dynamic=true, seed=${seed}` };
      const text = await read(pathOf(example));
      const fields = JSON.parse(text) as Record<string, unknown>;
      for (const [name, value] of Object.entries(fields)) if (value === null) nulls.add(name);
      // The SIDs are made up anew for each seed: only the answer tells what to ask for.
      const asked = {
        workspaceSid: String(fields['workspace_sid']),
        taskSid: String(fields['sid']),
      };
      assert.deepEqual(await clientOf(proxy).fetchResource(asked, never()), { text });
      assert.equal(await kindOf(clientOf(proxy).fetchResource(example, never())), 'anotherTask');
      assert.doesNotThrow(() => summarizeTask(text));
      assert.ok(isJsonContainer(printJson(maskJson(decodeEmbeddedJson(text)))), text);
    }
    assert.deepEqual([...nulls].toSorted(), [
      'addons',
      'attributes',
      'date_created',
      'date_updated',
      'ignore_capacity',
      'links',
      'reason',
      'routing_target',
      'task_channel_unique_name',
      'task_queue_entered_date',
      'task_queue_friendly_name',
      'url',
      'virtual_start_time',
      'workflow_friendly_name',
    ]);
  });

  it('takes what the schema allows for Workspaces, and follows no page to another host', async () => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      proxy.headers = { prefer: `dynamic=true, seed=${seed}` };
      const { workspaces, meta } = JSON.parse(await read('/v1/Workspaces')) as {
        workspaces: { sid: string; friendly_name: string | null }[];
        meta: { next_page_url: string | null };
      };
      const expected =
        meta.next_page_url === null
          ? workspaces.map(({ sid, friendly_name: name }) => ({ sid, friendlyName: name ?? '' }))
          : 'unexpectedAnswer';
      const outcome = await outcomeOf(list());
      assert.deepEqual('kind' in outcome ? outcome.kind : outcome, expected);
      outcomes.add(expected.length === 0 ? 'empty' : typeof expected);
    }
    assert.deepEqual([...outcomes].toSorted(), ['empty', 'object', 'string']);
  });
});
