import assert from 'node:assert/strict';
import { isJsonContainer } from '../../src/core/json/jsonObject.ts';
import { decodeEmbeddedJson, printJson } from '../../src/core/json/jsonText.ts';
import { maskJson } from '../../src/core/privacy/maskJson.ts';
import type { TaskReference } from '../../src/core/resources/resourceReference.ts';
import { listQuery } from '../../src/core/taskrouter/apiPath.ts';
import { asFailure, type Failure } from '../../src/core/taskrouter/failure.ts';
import { listKinds, type ResourceList } from '../../src/core/taskrouter/resourceList.ts';
import { summarizeTask } from '../../src/core/taskrouter/taskSummary.ts';
import type { Workspace } from '../../src/core/taskrouter/workspace.ts';
import { everyList } from '../support/everyList.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';
import { HeaderProxy } from '../support/prism/headerProxy.ts';
import { PrismMock } from '../support/prism/prismMock.ts';
import { rejectedFailure } from '../support/rejectedFailure.ts';
import { clientOf } from '../support/server/clientOf.ts';

const never = () => new AbortController().signal;

/** The SIDs of the document's examples. Prism answers with them whatever SID is requested. */
const example = {
  workspaceSid: `WS${'a'.repeat(32)}`,
  taskSid: `WT${'a'.repeat(32)}`,
};
const exampleWorker = { workerSid: `WK${'a'.repeat(32)}` };

/** The lists of the resources in the examples, by path. */
const exampleLists: Readonly<Record<string, ResourceList>> = Object.fromEntries(
  Object.values(everyList).map((list): [string, ResourceList] => {
    const ofExample = {
      ...list,
      ...('taskSid' in list ? example : { workspaceSid: example.workspaceSid }),
      ...('workerSid' in list && exampleWorker),
    };
    return [listQuery(ofExample), ofExample];
  }),
);

interface Page {
  readonly meta: { readonly next_page_url: string | null };
  readonly [key: string]: unknown;
}

interface ListedRow {
  readonly sid: string | null;
  readonly workspace_sid: string | null;
  readonly task_sid?: string | null;
  readonly worker_sid?: string | null;
}

const pathOf = ({ workspaceSid, taskSid }: TaskReference) =>
  `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;

/** Returns the value or the failure of some work. Any other error fails the test. */
async function outcomeOf<Value extends object>(work: Promise<Value>): Promise<Value | Failure> {
  try {
    return await work;
  } catch (error) {
    const failure = asFailure(error);
    assert.ok(failure !== undefined, String(error));
    return failure;
  }
}

async function kindOf(work: Promise<object>): Promise<string> {
  const outcome = await outcomeOf(work);
  return 'kind' in outcome ? outcome.kind : 'none';
}

describe('The client, with an independent mock of the API', () => {
  const resources = new AsyncDisposableStack();
  let prism: PrismMock;
  /** Adds headers that the client has no reason to send. */
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

  it('fetches a Task without changing its text', async () => {
    const expected = await read(pathOf(example));
    const { text } = await clientOf(prism).fetchResource(example, never());
    assert.equal(text, expected);
    assert.deepEqual(summarizeTask(text), {
      status: 'pending',
      queueName: 'Test Queue',
      channelName: 'task-channel',
      priority: 0,
      ageSeconds: 25_200,
    });
  });

  it('lists the Workspaces', async () => {
    assert.deepEqual(await list(), [{ sid: example.workspaceSid, friendlyName: 'new' }]);
  });

  it('lists resources of every kind without changing their text', async () => {
    for (const [path, list] of Object.entries(exampleLists)) {
      const { key } = listKinds[list.kind];
      const page = JSON.parse(await read(path)) as Record<string, { sid: string }[]>;
      const { rows, next } = await clientOf(prism).listResources(list, never());
      assert.ok(rows.length > 0, path);
      assert.equal(next, undefined);
      assert.deepEqual(
        rows,
        page[key]?.map((row) => ({ sid: row.sid, text: JSON.stringify(row) })),
        path,
      );
    }
  });

  it('fetches the statistics of a Workspace and of a TaskQueue without changing their text', async () => {
    const { workspaceSid } = example;
    const taskQueueSid = `WQ${'a'.repeat(32)}`;
    const base = `/v1/Workspaces/${workspaceSid}`;
    for (const [place, path] of [
      [{ workspaceSid }, base],
      [{ workspaceSid, taskQueueSid }, `${base}/TaskQueues/${taskQueueSid}`],
    ] as const) {
      const expected = await read(`${path}/RealTimeStatistics`);
      assert.equal(await clientOf(prism).fetchStatistics(place, never()), expected);
    }
    const elsewhere = { workspaceSid: `WS${'b'.repeat(32)}` };
    const failure = await rejectedFailure(clientOf(prism).fetchStatistics(elsewhere, never()));
    assert.equal(failure.kind, 'unexpectedAnswer');
  });

  it('rejects the answer for another Task, or for another Workspace', async () => {
    const { workspaceSid, taskSid } = example;
    for (const asked of [
      { workspaceSid, taskSid: `WT${'b'.repeat(32)}` },
      { workspaceSid: `WS${'b'.repeat(32)}`, taskSid },
    ]) {
      assert.equal(await kindOf(clientOf(prism).fetchResource(asked, never())), 'anotherTask');
    }
  });

  it('gets an unauthorized failure without credentials', async () => {
    proxy.headers = { authorization: undefined };
    assert.equal(await kindOf(clientOf(proxy).fetchResource(example, never())), 'unauthorized');
    assert.equal(await kindOf(list()), 'unauthorized');
  });

  it('sends no request for a malformed SID, which the API would reject as well', async () => {
    const { workspaceSid, taskSid } = example;
    for (const asked of [
      { workspaceSid, taskSid: 'WT1' },
      { workspaceSid: taskSid, taskSid: workspaceSid },
    ]) {
      const failure = await outcomeOf(clientOf(prism).fetchResource(asked, never()));
      assert.deepEqual(failure, { kind: 'malformedSid' });
    }
  });

  it('accepts any Task that the schema allows: null in every field but its SIDs', async () => {
    const nulls = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      proxy.headers = { prefer: `dynamic=true, seed=${seed}` };
      const text = await read(pathOf(example));
      const fields = JSON.parse(text) as Record<string, unknown>;
      for (const [name, value] of Object.entries(fields)) if (value === null) nulls.add(name);
      // Prism generates new SIDs for each seed, so that they must be taken from the answer.
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

  it('accepts any list that the schema allows, but no row of another Workspace', async () => {
    let kept = 0;
    let leftOut = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      proxy.headers = { prefer: `dynamic=true, seed=${seed}` };
      for (const [path, list] of Object.entries(exampleLists)) {
        const page = JSON.parse(await read(path)) as Page;
        const rows = page[listKinds[list.kind].key] as readonly ListedRow[];
        // Prism generates new SIDs for each row, so that those of the first row are used.
        const [first] = rows;
        const asked = {
          ...list,
          workspaceSid: first?.workspace_sid ?? list.workspaceSid,
          ...('taskSid' in list && { taskSid: first?.task_sid ?? list.taskSid }),
          ...('workerSid' in list && { workerSid: first?.worker_sid ?? list.workerSid }),
        };
        const found = await clientOf(proxy).listResources(asked, never());
        const expected = rows.slice(0, 1).filter(({ sid }) => sid !== null);
        assert.deepEqual(
          found.rows.map(({ text }) => text),
          expected.map((row) => JSON.stringify(row)),
          `${path} ${seed}`,
        );
        assert.equal(found.next ?? null, page.meta.next_page_url);
        kept += expected.length;
        leftOut += rows.length - expected.length;
      }
    }
    assert.ok(kept > 0 && leftOut > 0, `${kept} kept, ${leftOut} left out`);
  });

  it('accepts any Workspaces that the schema allows, and follows no page URL to another host', async () => {
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
