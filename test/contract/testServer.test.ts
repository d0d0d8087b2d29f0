import assert from 'node:assert/strict';
import { sampleSid } from '../../src/sample/sampleSid.ts';
import {
  OpenApiDocument,
  pathsOf,
  type OpenApiOperation,
} from '../support/openApi/openApiDocument.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';
import { TaskRouterServer } from '../support/server/taskRouterServer.ts';
import { testCredentials } from '../support/server/testCredentials.ts';

type Json = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body: Json;
}

interface Seen extends Answer {
  readonly read: OpenApiOperation;
  /** The time and the request. */
  readonly what: string;
}

/**
 * Seconds after the start. Between them, Tasks are created, offered, accepted, wrapped up,
 * completed and deleted.
 */
const MOMENTS = [0, 15, 60, 130, 200, 172_800];

const { apiKey, apiSecret } = testCredentials;
const Authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;

async function ask(url: string, headers: Record<string, string> = { Authorization }) {
  const response = await fetch(url, { headers });
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  return { status: response.status, body: (await response.json()) as Json };
}

const metaOf = (body: Json) => (body['meta'] ?? {}) as Json;

/** The rows of a list, or the single resource of an answer. */
function resourcesIn(body: Json): readonly Json[] {
  const rows = body[String(metaOf(body)['key'])];
  return Array.isArray(rows) ? (rows as Json[]) : [body];
}

const shorten = ({ template }: OpenApiOperation) =>
  template.replace('/v1/Workspaces', '').replace(/\{\w+\}/g, '*');

describe("The test server, compared with Twilio's OpenAPI document", () => {
  let document: OpenApiDocument;
  let server: TaskRouterServer;
  const seen: Seen[] = [];
  /** The paths of single events. They never change, and each answer takes longer than all others. */
  const seenEvents = new Set<string>();
  const answers = () => seen.filter(({ status }) => status === 200);

  before(async () => {
    document = await OpenApiDocument.read(twilioDocuments.taskRouter);
    // Time stands still during each pass, so that everything in a list still exists when it is
    // fetched.
    server = await TaskRouterServer.start({ now: () => Date.parse('2026-03-02T09:00:00Z') });
    for (const seconds of MOMENTS) {
      server.reset();
      server.advanceClock(seconds);
      seen.push(...(await lookAtAll(seconds)));
    }
  });
  after(() => server.close());

  /** Every GET that the document declares, for everything that the lists contain. */
  async function lookAtAll(seconds: number): Promise<readonly Seen[]> {
    const asked = new Map<string, Promise<readonly Seen[]>>();
    const pages = (path: string) => {
      const found = asked.get(path) ?? askAllPages(path, seconds);
      asked.set(path, found);
      return found;
    };
    const sidsIn = async (path: string) =>
      (await pages(path)).flatMap(({ status, body }) =>
        status === 200 ? resourcesIn(body).map(({ sid }) => String(sid)) : [],
      );
    for (const { template } of document.reads) {
      for await (const path of pathsOf(template, sidsIn)) {
        if (seenEvents.has(path)) continue;
        if (template.endsWith('/Events/{Sid}')) seenEvents.add(path);
        await pages(path);
      }
    }
    return (await Promise.all(asked.values())).flat();
  }

  async function askAllPages(path: string, seconds: number): Promise<readonly Seen[]> {
    const read = document.find(path);
    assert.ok(read !== undefined, `the document has no ${path}`);
    const query = read.queryNames.includes('Minutes') ? 'PageSize=50&Minutes=43200' : 'PageSize=3';
    const found: Seen[] = [];
    let next: unknown = `${server.url}${path}?${query}`;
    while (typeof next === 'string') {
      const answer: Answer = await ask(next);
      found.push({ ...answer, read, what: `${seconds} s: ${next.slice(server.url.length)}` });
      next = metaOf(answer.body)['next_page_url'];
    }
    return found;
  }

  it('answers with exactly the fields that the document declares', () => {
    const faults = answers().flatMap(({ what, read, body }) =>
      document.faults(read, body).map((fault) => `${what} ${fault}`),
    );
    assert.deepEqual(faults.slice(0, 9), [], `${faults.length} faults`);
  });

  it("has the same links as Twilio's answers", () => {
    // A TaskQueue with multitasking has no Activities, and so no links to any.
    const optional = ['assignment_activity', 'reservation_activity'];
    const linksOf = (bodies: readonly Json[]) => {
      const names = bodies.flatMap(resourcesIn).flatMap(({ links }) => Object.keys(links ?? {}));
      return [...new Set(names)].filter((name) => !optional.includes(name)).toSorted();
    };
    for (const read of document.reads) {
      const bodies = answers().flatMap((answer) => (answer.read === read ? [answer.body] : []));
      if (bodies.length === 0) continue;
      assert.deepEqual(linksOf(bodies), linksOf(read.examples as Json[]), read.template);
    }
  });

  it('implements these GET operations, and answers 404 to the others', () => {
    const served = new Set(answers().map(({ read }) => read));
    const wrong = seen.filter(({ status, read }) => status !== (served.has(read) ? 200 : 404));
    assert.deepEqual(
      wrong.map(({ what }) => what),
      [],
    );
    assert.deepEqual([...served].map(shorten).toSorted(), [
      '',
      '/*',
      '/*/Activities',
      '/*/Activities/*',
      '/*/Events',
      '/*/Events/*',
      '/*/RealTimeStatistics',
      '/*/TaskChannels',
      '/*/TaskChannels/*',
      '/*/TaskQueues',
      '/*/TaskQueues/*',
      '/*/TaskQueues/*/RealTimeStatistics',
      '/*/Tasks',
      '/*/Tasks/*',
      '/*/Tasks/*/Reservations',
      '/*/Tasks/*/Reservations/*',
      '/*/Workers',
      '/*/Workers/*',
      '/*/Workers/*/Channels',
      '/*/Workers/*/Channels/*',
      '/*/Workflows',
      '/*/Workflows/*',
    ]);
  });

  const workspace = `/v1/Workspaces/${sampleSid('WS', 'Acme Contact Centre')}`;
  const errors: [path: string, status: number, code: number][] = [
    ['/', 404, 20404],
    ['/v1/Anything', 404, 20404],
    ['/v2/Workspaces', 404, 20404],
    [`/v1/Workspaces/${sampleSid('WS', 'unknown')}`, 404, 20404],
    [`${workspace}/Nothing`, 404, 20404],
    [`${workspace}/Tasks/${sampleSid('WT', 'unknown')}`, 404, 20404],
    [`${workspace}/Workers/Statistics`, 404, 20404],
    [`${workspace}/Tasks/WT1`, 400, 20001],
    [`${workspace}/Tasks?PageSize=0`, 400, 20001],
  ];
  for (const [path, status, code] of errors) {
    it(`answers ${path} with ${status}, in the format of Twilio's errors`, async () => {
      const { body, ...answer } = await ask(server.url + path);
      const { message, ...error } = body;
      assert.equal(answer.status, status);
      assert.deepEqual(error, {
        code,
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status,
      });
      assert.ok(typeof message === 'string' && message !== '');
    });
  }

  it('checks the credentials before anything else', async () => {
    for (const path of ['/', '/v1/Workspaces', `${workspace}/Tasks/WT1`]) {
      const { status, body } = await ask(server.url + path, {});
      assert.equal(status, 401);
      assert.equal(body['code'], 20003);
    }
  });

  it('was tested with Tasks and Reservations in every status, and on inner pages of lists', () => {
    const valuesOf = (field: string) => {
      const values = answers()
        .flatMap(({ body }) => resourcesIn(body))
        .flatMap((resource) => (field in resource ? [resource[field]] : []));
      return [...new Set(values)].toSorted().join(' ');
    };
    assert.equal(
      valuesOf('assignment_status'),
      'assigned canceled completed pending reserved wrapping',
    );
    assert.equal(
      valuesOf('reservation_status'),
      'accepted canceled completed pending rejected rescinded timeout wrapping',
    );
    const between = answers().filter(({ body }) => {
      const { previous_page_url: previous, next_page_url: next } = metaOf(body);
      return typeof previous === 'string' && typeof next === 'string';
    });
    const lists = new Set(between.map(({ read }) => shorten(read)));
    assert.deepEqual([...lists].toSorted(), [
      '/*/Events',
      '/*/TaskQueues',
      '/*/Tasks',
      '/*/Tasks/*/Reservations',
      '/*/Workers',
    ]);
  });

  it('fails this test with a single wrong field', () => {
    const task = answers().find(({ read }) => read.template.endsWith('/Tasks/{Sid}'));
    assert.ok(task !== undefined);
    const { priority, ...withoutPriority } = task.body;
    assert.equal(typeof priority, 'number');
    const wrong: Json[] = [
      withoutPriority,
      { ...task.body, priority: '0' },
      { ...task.body, priority: null },
      { ...task.body, required_attention: false },
      { ...task.body, assignment_status: 'open' },
      { ...task.body, sid: sampleSid('WR', 'x') },
      { ...task.body, date_created: '2026-03-02 09:00' },
      { ...task.body, url: '/v1/Workspaces' },
      { ...task.body, links: { workspace: null } },
    ];
    for (const body of wrong) assert.equal(document.faults(task.read, body).length, 1);
    assert.deepEqual(document.faults(task.read, { ...task.body, reason: null }), []);
  });

  it("meets rules that Twilio's own examples meet as well, except for an empty URL", () => {
    const faults = document.reads.flatMap((read) =>
      read.examples.flatMap((example) => document.faults(read, example)),
    );
    assert.ok(document.reads.every(({ examples }) => examples.length > 0));
    assert.deepEqual(
      faults.filter((fault) => !/event_callback_url must match format "uri".*: ""$/.test(fault)),
      [],
    );
  });
});
