import assert from 'node:assert/strict';
import { describeTrial } from '../../../../src/core/explanation/trial/describeTrial.ts';
import { readTrialTask } from '../../../../src/core/explanation/trial/trialTask.ts';
import { tryWorkflow } from '../../../../src/core/explanation/trial/workflowTrial.ts';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import { presenter } from '../../../../src/core/privacy/presenter.ts';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';

const CONFIGURATION = {
  task_routing: {
    filters: [
      {
        filter_friendly_name: 'Cargo',
        expression: 'kind == "cargo" AND weight > 100',
        targets: [
          { queue: 'Heavy', timeout: 90 },
          { queue: 'Anybody', priority: 7 },
        ],
      },
      {
        filter_friendly_name: 'Letters',
        expression: "kind == 'letter'",
        targets: [{ queue: 'Post' }],
      },
      { filter_friendly_name: 'Rest', expression: '1 == 1', targets: [{ queue: 'Anybody' }] },
    ],
    default_filter: { queue: 'Lost' },
  },
};

const TEXT = JSON.stringify(CONFIGURATION, undefined, 2);
const showing = presenter(false);
const texts = {
  localize: (text: Parameters<typeof formatMessage>[0] | string | number) =>
    typeof text === 'object' ? formatMessage(text, plainEnglish) : String(text),
  queues: ['Heavy', 'Anybody', 'Post', 'Lost'].map((sid) => ({ sid, name: `«${sid}»` })),
};

function tried(attributes: object, text = TEXT, present = showing) {
  const [configuration] = readRoutingText(text, 'json').configurations;
  assert.ok(configuration);
  const trial = tryWorkflow(configuration, JSON.stringify({ attributes }), present);
  assert.ok(trial);
  return trial;
}

const described = (attributes: object, present = showing) =>
  describeTrial(tried(attributes, TEXT, present), 'Title', { present, ...texts });

describe('A Workflow that is tried', () => {
  it('tells each filter up to the one that matches, and no more', () => {
    const outcomes = tried({ kind: 'letter' }).filters.map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['noMatch', 'match', 'notReached']);
  });

  it('goes on to the next filter that matches once the targets of one have timed out', () => {
    const config = structuredClone(CONFIGURATION);
    config.task_routing.filters[0]?.targets.splice(1);
    const { filters } = tried({ kind: 'cargo', weight: 200 }, JSON.stringify(config));
    assert.deepEqual(
      filters.map(({ outcome }) => outcome),
      ['match', 'noMatch', 'match'],
    );
  });

  it('places each condition in the document, through the escapes of a string', () => {
    const [cargo] = tried({ kind: 'cargo', weight: 5 }).filters;
    const parts = cargo?.clauses.map(({ offset, length }) => TEXT.slice(offset, offset + length));
    assert.deepEqual(parts, [String.raw`kind == \"cargo\"`, 'weight > 100']);
    const { offset = 0, length = 0 } = cargo?.span ?? {};
    assert.equal(
      JSON.parse(TEXT.slice(offset, offset + length)),
      'kind == "cargo" AND weight > 100',
    );
  });

  it('is told in lines: what each condition met, then when each step begins', () => {
    assert.deepEqual(described({ kind: 'cargo', weight: 200 }).split('\n').slice(3), [
      'FILTERS',
      '✓ 1. Cargo',
      '    ✓ `kind` is "cargo"',
      '    ✓ `weight` (200) is > 100',
      '– 2. Letters (not reached)',
      '– 3. Rest (not reached)',
      '',
      'STEPS',
      '0 s         «Heavy» (Cargo)',
      '            Sources conflict on what follows if a Reservation times out before the target: the next target at once, or other Workers of this one.',
      '            This target times out when the Task is 1 min 30 s old.',
      '1 min 30 s  «Anybody» (Cargo), priority 7',
      '            This target has no timeout, so the Task stays here.',
      '',
    ]);
  });

  it('says what no source tells, and claims nothing after it', () => {
    const lines = described({ kind: 'cargo' }).split('\n');
    assert.ok(lines.includes('? 1. Cargo'));
    assert.ok(lines.includes('      Twilio does not document > with NULL.'), lines.join('\n'));
    assert.equal(lines.at(-2), '0 s         No TaskQueue (Cargo): uncertain');
  });

  it('shows no value of an attribute in privacy mode', () => {
    const text = described({ kind: 'secret-canary', weight: 5550123 }, presenter(true));
    assert.ok(!/canary|5550123/.test(text), text);
    assert.match(text, /`kind`/);
  });

  it('is of a Task that names its routing target not asked for any filter', () => {
    const [configuration] = readRoutingText(TEXT, 'json').configurations;
    assert.ok(configuration);
    const task = '{"attributes":"{}","routing_target":"WK00000000000000000000000000000001"}';
    const trial = tryWorkflow(configuration, task, showing);
    assert.deepEqual(
      trial?.filters.map(({ outcome }) => outcome),
      ['notReached', 'notReached', 'notReached'],
    );
    assert.equal(trial.steps[0]?.filter, 'routingTarget');
  });
});

describe('What is pasted to try a Workflow with', () => {
  for (const [what, text, task] of [
    ['attributes alone', '{"kind": 1.50}', '{"attributes":{"kind": 1.50}}'],
    ['attributes with a key of that name', '{"attributes": 1}', '{"attributes":{"attributes": 1}}'],
    ['a whole Task', '{"sid":"WT1","attributes":"{}"}', '{"sid":"WT1","attributes":"{}"}'],
    ['nothing but braces', ' {} ', '{"attributes": {} }'],
  ] as const) {
    it(`is read as a Task: ${what}`, () => {
      assert.deepEqual(readTrialTask(text), { valid: true, task });
    });
  }

  for (const text of ['', '{"kind":', '[]', '"text"', 'null', 'kind == 1']) {
    it(`is refused with a sentence: ${JSON.stringify(text)}`, () => {
      const read = readTrialTask(text);
      assert.ok(!read.valid);
      assert.match(formatMessage(read.reason, plainEnglish), /JSON/);
    });
  }
});
