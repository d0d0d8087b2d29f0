import assert from 'node:assert/strict';
import { SimulationReader, type Json } from '../../../support/simulation.ts';

interface Meta {
  readonly page: number;
  readonly next_page_url: string | null;
  readonly previous_page_url: string | null;
}

function page(reader: SimulationReader, url: string): { rows: readonly Json[]; meta: Meta } {
  const { status, body } = reader.simulation.get(url);
  assert.equal(status, 200, body);
  const answer = JSON.parse(body) as { tasks: readonly Json[]; meta: Meta };
  return { rows: answer.tasks, meta: answer.meta };
}

function withManyTasks(count: number): SimulationReader {
  const reader = new SimulationReader();
  for (let index = 0; index < count; index += 1) {
    put(reader, index);
  }
  return reader;
}

/** Those of the simulation itself, all of which fit on one page. */
const own = new SimulationReader().list('/Tasks').length;

function put(reader: SimulationReader, index: number): void {
  const sid = reader.sid('WT', `many/${index}`);
  // Pairs share a date, as Tasks that were created within one second do.
  const created = new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 2) * 1000).toISOString();
  reader.simulation.putTask(
    reader.workspaceSid,
    sid,
    `{"sid":"${sid}","priority":${index % 7},"date_created":"${created}","attributes":"{}"}`,
  );
}

describe('simulated lists', () => {
  for (const ordering of ['DateCreated:asc', 'DateCreated:desc', 'Priority:desc']) {
    it(`lose and double no row on the way to the last page, by ${ordering}`, () => {
      const reader = withManyTasks(90);
      const sids: unknown[] = [];
      let url: string | null = `${reader.base}/Tasks?PageSize=7&Ordering=${ordering}`;
      for (let number = 0; url !== null; number += 1) {
        const { rows, meta } = page(reader, url);
        assert.equal(meta.page, number);
        sids.push(...rows.map((row) => row['sid']));
        url = meta.next_page_url;
      }
      assert.equal(sids.length, own + 90);
      assert.equal(new Set(sids).size, own + 90);
    });
  }

  it('lose and double no row that stays when others come and go meanwhile', () => {
    const reader = withManyTasks(40);
    const seen: unknown[] = [];
    let url: string | null = `${reader.base}/Tasks?PageSize=5`;
    for (let number = 0; url !== null; number += 1) {
      const { rows, meta } = page(reader, url);
      seen.push(...rows.map((row) => row['sid']));
      reader.simulation.removeTask(reader.workspaceSid, String(rows.at(-1)?.['sid']));
      put(reader, -1 - number);
      url = meta.next_page_url;
    }
    assert.equal(seen.length, own + 40);
    assert.equal(new Set(seen).size, own + 40);
  });

  it('lead back to the first page as they led forward', () => {
    const reader = withManyTasks(20);
    const first = page(reader, `${reader.base}/Tasks?PageSize=6`);
    const second = page(reader, first.meta.next_page_url ?? '');
    const back = page(reader, second.meta.previous_page_url ?? '');
    assert.deepEqual(back.rows, first.rows);
    assert.equal(first.meta.previous_page_url, null);
    assert.equal(back.meta.previous_page_url, null);
  });

  it('end with the last row, also when it fills its page', () => {
    const reader = withManyTasks(own);
    const first = page(reader, `${reader.base}/Tasks?PageSize=${own}`);
    const second = page(reader, first.meta.next_page_url ?? '');
    assert.equal(second.rows.length, own);
    assert.equal(second.meta.next_page_url, null);
  });

  it('keep the filters on the way', () => {
    const reader = withManyTasks(40);
    const first = page(reader, `${reader.base}/Tasks?PageSize=2&Priority=3`);
    const second = page(reader, first.meta.next_page_url ?? '');
    assert.deepEqual(
      second.rows.map((row) => row['priority']),
      [3, 3],
    );
  });

  it('refuse a page by number, a made-up token and a page size out of range', () => {
    const reader = new SimulationReader();
    for (const query of ['Page=1', 'PageToken=PT00', 'PageSize=0', 'PageSize=1001', 'PageSize=x']) {
      assert.equal(reader.status(`/Tasks?${query}`), 400, query);
    }
    assert.equal(reader.status('/Tasks?PageSize=1000'), 200);
  });

  const filters: readonly [path: string, count: number][] = [
    ['/Tasks?AssignmentStatus=pending', 9],
    ['/Tasks?AssignmentStatus=pending,reserved', 13],
    ['/Tasks?AssignmentStatus=pending&AssignmentStatus=canceled', 12],
    ['/Tasks?Priority=5', 3],
    ['/Tasks?HasAddons=true', 2],
    ["/Tasks?EvaluateTaskAttributes=type=='lead'", 5],
    ['/Tasks?EvaluateTaskAttributes=customer_id==9007199254740993', 1],
    ['/Tasks?EvaluateTaskAttributes=account==9223372036854775807', 1],
    ["/Tasks?EvaluateTaskAttributes=customers.email=='amelie@example.com'", 1],
    ["/Tasks?EvaluateTaskAttributes=invoice.number=='2026-00417'", 1],
    ["/Tasks?EvaluateTaskAttributes=type=='nothing'", 0],
    ['/TaskQueues?FriendlyName=Sales', 1],
    ['/Workers?Available=true', 6],
    ['/Workers?ActivityName=Offline', 1],
    ['/Workers?TargetWorkersExpression=languages HAS "es"', 1],
    ["/Workers?TargetWorkersExpression=friendly_name == 'Priya Raman'", 1],
    ["/Workers?TargetWorkersExpression=activity_name IN ['Nowhere']", 0],
    ['/Activities', 4],
    ['/TaskChannels', 5],
    ['/Workflows', 3],
  ];
  for (const [path, count] of filters) {
    it(`answer ${count} of ${path}`, () => {
      assert.equal(new SimulationReader().list(path).length, count);
    });
  }

  it('narrow Tasks to a queue and to a Workflow', () => {
    const reader = new SimulationReader();
    const queue = reader.sid('WQ', 'Legal (Japanese)');
    const workflow = reader.sid('WW', 'Appointments');
    const tasks = reader.list(`/Tasks?TaskQueueSid=${queue}&WorkflowSid=${workflow}`);
    assert.deepEqual(
      tasks.map((task) => task['sid']),
      [reader.sid('WT', 'legal-advice')],
    );
  });

  for (const query of [
    'AssignmentStatus=open',
    'Priority=high',
    'Ordering=Sid:asc',
    'Ordering=DateCreated:up',
    'EvaluateTaskAttributes=type==',
  ]) {
    it(`refuse ${query}`, () => {
      assert.equal(new SimulationReader().status(`/Tasks?${query}`), 400);
    });
  }

  it('show events of the last 15 minutes unless asked for more, newest first', () => {
    const reader = new SimulationReader();
    const task = `TaskSid=${reader.sid('WT', 'yesterdays-call')}`;
    const day = '2026-03-01T00:00:00Z';
    const waiting = `TaskSid=${reader.sid('WT', 'waiting-invoice')}`;
    assert.equal(reader.list(`/Events?${waiting}`).length, 0);
    assert.equal(reader.list(`/Events?${waiting}&Minutes=26`).length, 4);
    assert.equal(reader.list(`/Events?${task}`).length, 0);
    assert.equal(reader.list(`/Events?${task}&Minutes=2000`).length, 9);
    assert.equal(reader.list(`/Events?${task}&StartDate=${day}`).length, 9);
    assert.equal(reader.list(`/Events?${task}&StartDate=${day}&EndDate=${day}`).length, 0);
    assert.equal(reader.status('/Events?StartDate=yesterday'), 400);
    const times = reader.list('/Events').map((event) => Number(event['event_date_ms']));
    assert.ok(times.length > 10);
    assert.deepEqual(
      times,
      times.toSorted((one, other) => other - one),
    );
  });
});
