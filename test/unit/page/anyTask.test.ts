import assert from 'node:assert/strict';
import fc from 'fast-check';
import { taskDetails } from '../../../src/core/page/taskDetails.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { plain } from '../../support/english.ts';

const surroundings = {
  task: { workspaceSid: sampleSid('WS', 'any'), taskSid: sampleSid('WT', 'any') },
  workspaceName: 'Acme',
  profile: { name: 'acme', apiBaseUrl: 'https://taskrouter.example' },
  present: presenter(false),
  now: Date.parse('2026-03-02T09:00:00Z'),
  localize: plain,
};

const fields = [
  'account_sid',
  'age',
  'assignment_status',
  'attributes',
  'addons',
  'date_created',
  'date_updated',
  'task_queue_entered_date',
  'virtual_start_time',
  'priority',
  'reason',
  'task_queue_sid',
  'task_queue_friendly_name',
  'task_channel_sid',
  'task_channel_unique_name',
  'timeout',
  'workflow_sid',
  'workflow_friendly_name',
  'ignore_capacity',
  'routing_target',
  'url',
  'links',
  'required_attention',
  '__proto__',
  'constructor',
  'text',
  'args',
];

type Member = readonly [key: string, value: string, mark: string];

/** Members whose values have a mark in them, in some shape, to be found again. */
const members: fc.Arbitrary<readonly Member[]> = fc
  .array(fc.tuple(fc.constantFrom(...fields), fc.nat(7)), { maxLength: 30 })
  .map((list) =>
    list.map(([key, shape], index): Member => {
      const mark = `${index + 700}`;
      const text = JSON.stringify(`mark ${mark}`);
      const shapes = [
        text,
        `[${text}]`,
        `{"text":${text},"args":[]}`,
        `{"a":{"__proto__":${text}}}`,
        JSON.stringify(`{"in":${text}}`),
        JSON.stringify(`{"in":${text}`),
        `9007199254740993${mark}`,
        JSON.stringify(sampleSid('WQ', mark)),
      ];
      const value = shapes[shape] ?? text;
      return [key, value, shape === 7 ? sampleSid('WQ', mark) : mark];
    }),
  );

const taskText = (list: readonly Member[]) =>
  `{${list.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;

describe('the details of any JSON object whatever', () => {
  it('lose nothing of it, whatever stands in which field and how often', () => {
    fc.assert(
      fc.property(members, (list) => {
        const shown = JSON.stringify(taskDetails(taskText(list), 0, surroundings));
        for (const [key, value, mark] of list) {
          // A number of seconds becomes words.
          if ((key === 'age' || key === 'timeout') && /^\d/.test(value)) continue;
          assert.ok(shown.includes(mark), `${key}: ${value}`);
        }
      }),
    );
  });

  it('are the same when they were posted, in words and before', () => {
    fc.assert(
      fc.property(members, fc.boolean(), (list, masked) => {
        const view = taskDetails(taskText(list), 0, {
          ...surroundings,
          present: presenter(masked),
        });
        assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
      }),
    );
  });

  it('show no value of attributes and add-ons in privacy mode', () => {
    fc.assert(
      fc.property(members, (list) => {
        const masked = { ...surroundings, present: presenter(true) };
        const shown = JSON.stringify(taskDetails(taskText(list), 0, masked));
        for (const [key, , mark] of list) {
          if (key !== 'attributes' && key !== 'addons') continue;
          assert.doesNotMatch(shown, new RegExp(`mark ${mark}|9007199254740993${mark}`), key);
        }
      }),
    );
  });

  for (const depth of [500, 100_000]) {
    it(`can be posted with attributes of ${depth} levels`, () => {
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      const view = taskDetails(`{"attributes":${JSON.stringify(deep)}}`, 0, surroundings);
      assert.equal(structuredClone(view).attributes?.kind, 'json');
    });
  }
});
