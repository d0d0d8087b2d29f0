import assert from 'node:assert/strict';
import {
  WAITING_CAUSES,
  type ExplainedStep,
  type ExplainedWorker,
  type RoutingExplanation,
} from '../../../../src/core/explanation/routingExplanation.ts';
import { message } from '../../../../src/core/messages/message.ts';
import { routingView } from '../../../../src/core/page/routing/routingView.ts';
import { presenter } from '../../../../src/core/privacy/presenter.ts';
import { plain } from '../../../support/english.ts';
import { explain, sidOf } from '../../../support/explanation/waitingTask.ts';
import { attackTexts } from '../../../support/hostile/attackTexts.ts';

const task = { workspaceSid: `WS${'1'.repeat(32)}`, taskSid: `WT${'2'.repeat(32)}` };
const view = (explanation: RoutingExplanation, masks = false) =>
  routingView(explanation, { task, present: presenter(masks), localize: plain });

const bare: RoutingExplanation = {
  ...{ state: 'waiting', cause: 'nobodyInQueue', notes: [], missing: [] },
  ...{ sentence: message('Nobody'), summary: message('Nobody') },
};
const step = (label: string, rest: Partial<ExplainedStep>): ExplainedStep => ({
  ...{ age: 0, filter: 0, target: 0, priority: null, outcome: 'moved', position: 'ahead' },
  ...{ label: message('{0}', label), reasons: [] },
  ...rest,
});
const worker = (rest: Partial<ExplainedWorker>): ExplainedWorker => ({
  ...{ sid: sidOf('WK', 'Ann'), name: 'Ann', inQueue: 'yes', matchesTarget: 'yes' },
  ...{ pendingReservation: false, isAfterTimeout: false, verdict: 'eligible' },
  ...rest,
});
const counts = { all: 1, inQueue: 1, matching: 1, available: 1, withCapacity: 1 };
const tableOf = (rows: readonly ExplainedWorker[]) => ({
  ...{ rows, counts, isCut: false, disagreements: [], order: message('By age') },
});
const wayOf = (steps: readonly ExplainedStep[], current?: number) => ({
  ...{ filters: [], steps, next: message('Soon') },
  ...(current !== undefined && { current, currentBy: 'events' as const }),
});

describe('routingView', () => {
  it('says the cause, the way, the Workers and the Tasks ahead of an explanation', () => {
    const shown = view(
      explain({
        attributes: { type: 'refund' },
        filters: [
          {
            filter_friendly_name: 'Refunds',
            expression: 'type == "refund"',
            targets: [{ queue: 'A' }],
          },
        ],
        workers: [{ name: 'Ann', available: false, activity: 'Break' }],
        members: ['Ann'],
      }),
    );
    assert.notEqual(shown.headline, '');
    assert.deepEqual(
      shown.way?.filters.map(({ name, outcome, isCurrent, clauses }) => [
        ...[name, outcome, isCurrent],
        clauses.map(({ text, reasons }) => [text, ...reasons]),
      ]),
      [['Refunds', 'match', true, [['type == "refund"', '`type` is "refund"']]]],
    );
    assert.equal(shown.way.steps[0]?.position, 'current');
    assert.deepEqual(
      shown.workers?.rows.map(({ worker: { name, opens }, verdict }) => [name, opens, verdict]),
      [['Ann', { workspaceSid: task.workspaceSid, sid: sidOf('WK', 'Ann') }, 'unavailable']],
    );
    // What is posted to a page must survive that.
    assert.deepEqual(JSON.parse(JSON.stringify(shown)), shown);
  });

  it('has a tone for each cause', () => {
    const tones = WAITING_CAUSES.map((cause) => view({ ...bare, cause }).tone);
    assert.deepEqual([...new Set(tones)].sort(), [
      ...['moving', 'quiet', 'stuck', 'unsure', 'waiting'],
    ]);
  });

  it('leads to the Tasks ahead, and says their status', () => {
    const sid = `WT${'3'.repeat(32)}`;
    const ahead = { count: 1, byPriority: 1, byAge: 0, isCut: false };
    const tasks = [{ sid, priority: 7, since: 17, status: 'reserved' }];
    assert.deepEqual(view({ ...bare, ahead: { ...ahead, tasks } }).ahead?.tasks, [
      {
        task: { sid, name: '', opens: { workspaceSid: task.workspaceSid, taskSid: sid } },
        ...{ priority: 7, since: 17, status: 'reserved', statusLabel: 'Reserved' },
      },
    ]);
  });

  it('has the step that comes next, with its time', () => {
    const steps = [
      step('First', { position: 'passed', at: 1 }),
      step('Second', { position: 'current', at: 2 }),
      step('Skipped', { outcome: 'skipped', at: 3 }),
      step('Third', { at: 3 }),
    ];
    const { way } = view({ ...bare, way: wayOf(steps, 1) });
    assert.deepEqual(way?.next, { kind: 'step', label: 'Third', at: 3 });
  });

  it('says in a sentence what comes next if no step has a time', () => {
    const sentence = { kind: 'sentence', sentence: 'Soon' };
    const timeless = wayOf([step('First', { position: 'current' }), step('Second', {})], 0);
    assert.deepEqual(view({ ...bare, way: timeless }).way?.next, sentence);
    assert.deepEqual(view({ ...bare, way: wayOf([]) }).way?.next, sentence);
  });

  it('gives filters without a name their number', () => {
    const rest = { outcome: 'noMatch', isCurrent: false, clauses: [] } as const;
    const filters = [
      { index: 0, name: '1', ...rest },
      { index: 1, name: '', ...rest },
      { index: 2, name: 'Refunds', ...rest },
      { index: 'default', name: '', ...rest },
    ] as const;
    const { way } = view({ ...bare, way: { filters, steps: [] } });
    assert.deepEqual(
      way?.filters.map(({ name }) => name),
      ['Filter 1', 'Filter 2', 'Refunds', 'Default filter'],
    );
  });

  it('says of a Worker once since when, where the time goes on', () => {
    const reason = message('Break since 9:58');
    const away = { verdict: 'unavailable', activity: 'Break', since: 1, reason } as const;
    const rows = [
      worker(away),
      worker({ ...away, isAfterTimeout: true }),
      worker({ verdict: 'unavailable', reason: message('Activity Break') }),
      worker({ ...away, verdict: 'noMatch', reason: message('`skills` is []') }),
    ];
    assert.deepEqual(
      view({ ...bare, workers: tableOf(rows) }).workers?.rows.map((row) => row.reason),
      [undefined, 'Since a Reservation timed out', 'Activity Break', '`skills` is []'],
    );
  });

  it('has all Workers of the explanation, and the counts of all', () => {
    const rows = Array.from({ length: 200 }, (_, index) =>
      worker({ sid: sidOf('WK', String(index)) }),
    );
    const workers = { ...tableOf(rows), counts: { ...counts, all: 10_000 }, isCut: true };
    const shown = view({ ...bare, workers }).workers;
    assert.deepEqual([shown?.rows.length, shown?.counts.all, shown?.isCut], [200, 10_000, true]);
  });

  it('shows any text in one line, and links only to SIDs', () => {
    for (const text of Object.values(attackTexts)) {
      const clauses = [{ text, outcome: 'false', reasons: [message('{0}', text)] }] as const;
      const shown = view({
        ...{ ...bare, sentence: message('{0}', text), notes: [message('{0}', text)] },
        workers: tableOf([worker({ sid: text, name: text, reason: message('{0}', text) })]),
        way: {
          ...{ workflow: { sid: text, name: text }, steps: [step(text, {})] },
          filters: [
            {
              index: 0,
              name: text,
              expression: text,
              outcome: 'noMatch',
              isCurrent: true,
              clauses,
            },
          ],
        },
      });
      const [row] = shown.workers?.rows ?? [];
      assert.equal(row?.worker.opens, undefined);
      const { workflow, ...way } = shown.way ?? {};
      assert.equal(workflow?.opens, undefined);
      const texts = JSON.stringify([
        shown.headline,
        shown.notes,
        row?.worker.name,
        row?.reason,
        way,
      ]);
      assert.doesNotMatch(texts, /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]|\\n|\\u00/);
    }
  });

  it('masks phone numbers and addresses wherever they stand', () => {
    const person = 'Ada, canary@acme.example, +1 (500) 555-0199';
    const shown = view(
      {
        ...{ ...bare, sentence: message('{0}', person), remedy: message('{0}', person) },
        ...{ notes: [message('{0}', person)], missing: [message('{0}', person)] },
        workers: {
          ...tableOf([worker({ name: person, activity: person, reason: message('{0}', person) })]),
          ...{ order: message('{0}', person), disagreements: [message('{0}', person)] },
        },
        way: {
          ...wayOf([step(person, { queue: { sid: sidOf('WQ', 'A'), name: person } })]),
          workflow: { name: person },
          filters: [
            {
              ...{ index: 0, name: person, expression: person, outcome: 'match', isCurrent: true },
              clauses: [{ text: person, outcome: 'true', reasons: [message('{0}', person)] }],
            },
          ],
        },
      },
      true,
    );
    assert.doesNotMatch(JSON.stringify(shown), /canary|0199/);
  });
});
