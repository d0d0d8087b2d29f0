import assert from 'node:assert/strict';
import { explanationForModel } from '../../../src/core/assistant/explanationForModel.ts';
import { explanationMarkdown } from '../../../src/core/copy/explanationMarkdown.ts';
import type { RoutingExplanation } from '../../../src/core/explanation/routingExplanation.ts';
import { attackTexts } from '../../support/hostile/attackTexts.ts';
import { plain } from '../../support/english.ts';
import { explain, type WaitingCase } from '../../support/explanation/waitingTask.ts';

type Json = Readonly<Record<string, unknown>>;

/** All texts of an explanation, as they are shown. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'args' in value) return [plain(value as never)];
  return Object.values(value).flatMap(textsOf);
}

const everywhere = (explanation: RoutingExplanation) =>
  [
    ...textsOf(explanation),
    explanationMarkdown(explanation, plain),
    explanationForModel(explanation, 'WT1', 'mine'),
  ].join('\n');

const SECRETS = ['canary', '4155550', 'kim@example.com', '918273645'];

/** Workspaces in which a value stands wherever one can. */
const cases: Readonly<Record<string, WaitingCase>> = {
  'in a TaskQueue that no Worker is in': {
    queues: { A: { target_workers: "town == 'canary1' AND level > 918273645" } },
  },
  'in an expression that is never true': {
    queues: { A: { target_workers: "'canary2' == 'canary3'" } },
  },
  'in an expression that is not valid': {
    queues: { A: { target_workers: 'town == canary4 canary5' } },
  },
  'in an expression that is not documented': {
    filters: [{ expression: "NOT town == 'canary6'", targets: [{ queue: 'A' }] }],
  },
  'at a target that no Worker matches': {
    filters: [
      { expression: "town == 'canary7'", targets: [{ queue: 'B' }] },
      {
        expression: "town IN ['canary8', 'canary9']",
        targets: [{ queue: 'A', expression: 'worker.town == task.home AND 1 == 1' }],
      },
    ],
  },
  'for a known Worker': {
    filters: [
      { expression: '1==1', targets: [{ queue: 'A', known_worker_friendly_name: 'task.home' }] },
    ],
  },
  'for a Worker whose name holds a number': { workers: [worker('Kim +14155550123', false)] },
  'after it was offered and rejected': {
    events: [0, 1, 2, 3].flatMap((index) => [
      {
        age: index * 9,
        type: 'reservation.created',
        worker: 'Kim kim@example.com',
        reservation: `r${index}`,
      },
      {
        age: index * 9 + 1,
        type: 'reservation.rejected',
        worker: 'Kim kim@example.com',
        reservation: `r${index}`,
      },
    ]),
  },
  'when it is over': {
    task: { assignment_status: 'canceled', reason: 'call +14155550123' },
    events: [
      {
        age: 0,
        type: 'workflow.target-matched',
        queue: 'A',
        workflow_filter_expression: "a == 'canary10'",
      },
      { age: 9, type: 'task.canceled', reason: 'call kim@example.com' },
    ],
  },
};

function worker(name: string, available = true): Json {
  return {
    name,
    available,
    attributes: { town: 'canary11', phone: '+14155550123', level: 918_273_644 },
  };
}

describe('In privacy mode, an explanation', () => {
  for (const [title, given] of Object.entries(cases)) {
    it(`holds no value of anybody ${title}`, () => {
      const attributes = { town: 'canary8', home: 'canary12', phone: '+14155550123' };
      const workers = [worker('Ann'), worker('Kim kim@example.com')];
      const shown = everywhere(explain({ attributes, workers, ...given, masks: true }));
      assert.deepEqual(
        SECRETS.filter((secret) => shown.includes(secret)),
        [],
        shown,
      );
    });
  }

  it('keeps the names of attributes, and shows all without privacy mode', () => {
    const given = cases['at a target that no Worker matches'] ?? {};
    const attributes = { town: 'canary8', home: 'canary12' };
    assert.match(
      everywhere(explain({ ...given, attributes, masks: true })),
      /town IN \[•••, •••\]/,
    );
    assert.match(everywhere(explain({ ...given, attributes })), /canary8/);
  });
});

describe('Hostile texts', () => {
  for (const [attack, text] of Object.entries(attackTexts)) {
    it(`are one line of text in every part: ${attack}`, () => {
      const quoted = `name == '${text.replaceAll("'", '')}'`;
      const explanation = explain({
        task: { task_channel_unique_name: text, reason: text },
        attributes: { [text]: text, name: text },
        filters: [
          {
            filter_friendly_name: text,
            expression: quoted,
            targets: [{ queue: 'A', expression: quoted, order_by: text, timeout: '1e300' }],
          },
          {
            filter_friendly_name: text,
            expression: text,
            targets: [{ queue: text, skip_if: text }],
          },
        ],
        defaultQueue: text,
        queues: { A: { friendly_name: text, target_workers: quoted } },
        workers: [{ name: text, activity_name: text, attributes: { name: text } }],
        events: [
          { age: 0, type: 'workflow.target-matched', queue: text, workflow_filter_name: text },
          { age: 1, type: 'reservation.created', worker: text, reservation: 'r' },
          {
            age: 2,
            type: 'reservation.canceled',
            worker: text,
            reservation: 'r',
            canceled_reason_code: text,
          },
        ],
      });
      for (const shown of textsOf(explanation)) {
        assert.doesNotMatch(shown, /[\n\r\u2028\u202e\0]/);
        assert.ok(shown.length < 900, shown);
      }
      const markdown = explanationMarkdown(explanation, plain);
      assert.doesNotMatch(markdown, /(?<!\\)[<[]|(?<!\\)!\[|^#/m);
    });
  }

  it('do not stop an explanation of what is no JSON at all', () => {
    const { cause } = explain({ attributes: 'not json', workflow: { configuration: '{{{' } });
    assert.equal(typeof cause, 'string');
    assert.equal(
      explain({ attributes: '[1,2]', workflow: { configuration: '[]' } }).state,
      'waiting',
    );
  });
});
