import assert from 'node:assert/strict';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { demoTasks } from '../../support/server/demoTasks.ts';
import { SimulationReader } from '../../support/simulation.ts';

describe('SimulatedTaskRouter', () => {
  it('makes well-formed SIDs that do not change and do not meet', () => {
    const sids = Array.from({ length: 2000 }, (_, index) => sampleSid('WT', `task ${index}`));
    assert.ok(sids.every((sid) => /^WT[0-9a-f]{32}$/.test(sid)));
    assert.equal(new Set(sids).size, 2000);
    assert.equal(sampleSid('WT', 'task 1'), sids[1]);
  });

  it('answers the attributes to the letter', () => {
    const reader = new SimulationReader();
    const attributes = String(reader.task('waiting-invoice')['attributes']);
    for (const detail of [
      '"customer_id":9007199254740993',
      '"open_amount":1.50e+3',
      String.raw`Mar\u00eda`,
      '"source":"ivr"',
      '"source":"web form"',
    ]) {
      assert.ok(attributes.includes(detail), detail);
    }
    assert.throws(() => {
      JSON.parse(String(reader.task('feedback')['attributes']));
    });
    assert.equal(reader.task('hung-up')['attributes'], '{}');
  });

  it('says in the way of Twilio what is not there', () => {
    const reader = new SimulationReader();
    const path = `${reader.base}/Tasks/${sampleSid('WT', 'unknown')}`;
    const { status, body } = reader.simulation.get(path);
    assert.equal(status, 404);
    assert.deepEqual(JSON.parse(body), {
      code: 20404,
      message: `The requested resource ${path.slice(3)} was not found`,
      more_info: 'https://www.twilio.com/docs/errors/20404',
      status: 404,
    });
  });

  it('answers the configuration of a Flex that works in the first Workspace', () => {
    const { simulation, workspaceSid } = new SimulationReader();
    const { status, body } = simulation.get('/v1/Configuration');
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body), {
      account_sid: simulation.accountSid,
      taskrouter_workspace_sid: workspaceSid,
    });
  });

  it('does not find a Task in another Workspace', () => {
    const reader = new SimulationReader();
    const other = sampleSid('WS', 'Acme Back Office');
    const taskSid = reader.sid('WT', 'waiting-invoice');
    assert.equal(reader.simulation.get(`/v1/Workspaces/${other}/Tasks/${taskSid}`).status, 404);
  });

  it('refuses a malformed SID', () => {
    const reader = new SimulationReader();
    const { status, body } = reader.simulation.get(`${reader.base}/Tasks/WT12`);
    assert.equal(status, 400);
    assert.equal((JSON.parse(body) as { code: number }).code, 20001);
  });

  it('answers a raw Task to the letter, alone and in lists', () => {
    const reader = new SimulationReader();
    const sid = sampleSid('WT', 'raw');
    const own = reader.list('/Tasks').length;
    const body = `{ "sid": "${sid}",  "n": 12345678901234567890, "n": 1.0 }`;
    reader.simulation.putTask(reader.workspaceSid, sid, body);
    assert.equal(reader.simulation.get(`${reader.base}/Tasks/${sid}`).body, body);
    assert.ok(reader.simulation.get(`${reader.base}/Tasks`).body.includes(body));
    reader.simulation.putTask(reader.workspaceSid, sid, '<html>');
    assert.equal(reader.simulation.get(`${reader.base}/Tasks/${sid}`).body, '<html>');
    assert.equal(reader.list('/Tasks').length, own);
    reader.simulation.removeTask(reader.workspaceSid, sid);
    assert.equal(reader.status(`/Tasks/${sid}`), 404);
  });

  it('deletes a Task by hand and leaves its events', () => {
    const reader = new SimulationReader();
    reader.simulation.removeTask(reader.workspaceSid, reader.sid('WT', 'order-status'));
    reader.seconds = 100;
    assert.equal(reader.status(`/Tasks/${reader.sid('WT', 'order-status')}`), 404);
    assert.deepEqual(
      reader.events('order-status').map((event) => event['event_type']),
      ['task.created', 'task-queue.entered', 'task.deleted'],
    );
    reader.simulation.reset();
    assert.equal(reader.task('order-status')['assignment_status'], 'pending');
  });

  it('changes the ETag when the Task changes, and only then', () => {
    const reader = new SimulationReader();
    const tags = [0, 19, 20].map((seconds) => {
      reader.seconds = seconds;
      const path = `${reader.base}/Tasks/${reader.sid('WT', 'order-status')}`;
      return reader.simulation.get(path).headers?.['ETag'];
    });
    assert.ok(tags[0]);
    assert.equal(tags[0], tags[1]);
    assert.notEqual(tags[1], tags[2]);
  });

  it('counts what its lists show', () => {
    const reader = new SimulationReader();
    reader.seconds = 70;
    const statistics = reader.read('/RealTimeStatistics');
    for (const [status, count] of Object.entries(statistics['tasks_by_status'] as object)) {
      assert.equal(count, reader.list(`/Tasks?AssignmentStatus=${status}`).length, status);
    }
    assert.equal(statistics['longest_task_waiting_sid'], reader.sid('WT', 'waiting-invoice'));
  });

  it('shows why the Spanish invoice waits: an eligible Worker, none available', () => {
    const reader = new SimulationReader();
    const queue = reader.sid('WQ', 'Billing (Spanish)');
    const statistics = reader.read(`/TaskQueues/${queue}/RealTimeStatistics`);
    assert.equal(statistics['total_eligible_workers'], 1);
    assert.equal(statistics['total_available_workers'], 0);
    assert.equal(statistics['total_tasks'], 1);
  });

  it('shows why legal advice waits: it asks for what nobody can do', () => {
    const reader = new SimulationReader();
    const queue = reader.sid('WQ', 'Legal (Japanese)');
    const statistics = reader.read(`/TaskQueues/${queue}/RealTimeStatistics`);
    assert.equal(statistics['total_eligible_workers'], 0);
    assert.equal(statistics['longest_task_waiting_sid'], reader.sid('WT', 'legal-advice'));
  });

  it('answers at its own URL everything that a list shows', () => {
    const reader = new SimulationReader();
    for (const name of [
      'Tasks',
      'TaskQueues',
      'Workflows',
      'Workers',
      'TaskChannels',
      'Activities',
      'Events',
    ]) {
      for (const row of reader.list(`/${name}`)) {
        assert.deepEqual(JSON.parse(reader.simulation.get(String(row['url'])).body), row);
      }
    }
  });

  it('has three Tasks to show to a newcomer', () => {
    const reader = new SimulationReader();
    reader.seconds = 7 * 86_400;
    const states = demoTasks(reader.simulation).map(({ taskSid }) => {
      return reader.read(`/Tasks/${taskSid}`)['assignment_status'];
    });
    assert.deepEqual(states, ['pending', 'assigned', 'wrapping']);
  });
});
