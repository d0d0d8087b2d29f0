import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkConfiguration,
  checkReadConfiguration,
} from '../../../../src/core/routing/check/checkConfiguration.ts';
import { CheckedExpressions } from '../../../../src/core/routing/check/checkedExpressions.ts';
import { checkExpression } from '../../../../src/core/routing/check/checkExpression.ts';
import { readConfiguration } from '../../../../src/core/routing/configuration/workflowConfiguration.ts';
import { docsOfProblem } from '../../../../src/core/routing/check/problemDocs.ts';

const queue = `WQ${'0a'.repeat(16)}`;
const worker = `WK${'0b'.repeat(16)}`;
const target = `{"queue":"${queue}"}`;
const filter = (expression: string, ...targets: string[]) =>
  `{"expression":${JSON.stringify(expression)},"targets":[${targets.join()}]}`;
const workflow = (filters: readonly string[], rest = `,"default_filter":${target}`) =>
  `{"task_routing":{"filters":[${filters.join()}]${rest}}}`;
const withTarget = (...targets: string[]) => workflow([filter("a == 'b'", ...targets)]);
const inTarget = (rest: string) => withTarget(`{"queue":"${queue}",${rest}}`);

/** Each problem with the text that it marks. */
const problemsIn = (text: string) =>
  checkConfiguration(text).map(
    ({ code, severity, offset, length }) =>
      `${severity} ${code}: ${text.slice(offset, offset + length)}`,
  );

describe('checkConfiguration', () => {
  for (const [title, text] of [
    ['one filter and a default', withTarget(target)],
    ['a default alone', `{"task_routing":{"default_filter":${target}}}`],
    ['numbers as strings', inTarget('"timeout":"30","priority":"0"')],
    ['a target that inherits all', withTarget(target, '{}')],
    ['friendly_name of the libraries', workflow([`{"friendly_name":"a","targets":[${target}]}`])],
    ['names of TaskQueues and examples', withTarget('{"queue":"Sales"},{"queue":"WQXXXX"}')],
    [
      'placeholders anywhere',
      workflow(['${first}', filter('${x}', '{"queue":"${q.id}","timeout":"${t}"}')], ',${rest}'),
    ],
    ['a placeholder instead of a number', inTarget('"timeout":${timeout},"priority":{{p}}')],
    ['a held step', inTarget('"expression":"1==0","timeout":600')],
    ['a skip without conditions', inTarget('"skip_if":"1==1"')],
    ['keys for tools and readers', `{"$schema":"x",${workflow([]).slice(1)}`],
    [
      'null for what is not given',
      `{"task_routing":{"default_filter":{"queue":"a","priority":null}}}`,
    ],
    [
      'a filter that is the same, behind one that is left',
      workflow([filter('a == 1', `{"queue":"a","timeout":5}`), filter('a == 1', target)]),
    ],
    [
      'a filter behind one for all that is left',
      workflow([filter('1==1', `{"queue":"a","skip_if":"1==1"}`), filter('a == 1', target)]),
    ],
    ['comments', `{// one\n${withTarget(target).slice(1)}`],
    ['a last timeout with a default', inTarget('"timeout":5')],
    ['an order_by', inTarget('"order_by":"worker.level DESC, worker.skills.en ASC"')],
    ['a known Worker', inTarget('"known_worker_sid":"task.agent.sid"')],
  ] as const) {
    it(`finds nothing wrong with ${title}`, () => {
      assert.deepEqual(problemsIn(text), []);
    });
  }

  for (const [title, text, ...problems] of [
    [
      'JSON that breaks off',
      '{"task_routing":{"filters":[',
      'error invalid-json: {',
      'error invalid-json: {',
      'error invalid-json: [',
    ],
    ['no text', '', 'error invalid-json: '],
    ['a key in other letters', inTarget('"Timeout":5'), 'warning unknown-key: "Timeout"'],
    [
      'a key in other words',
      workflow([`{"friendlyName":"a","expression":"a==1","targets":[${target}]}`]),
      'warning unknown-key: "friendlyName"',
    ],
    ['a slip in a key', inTarget('"timout":5'), 'warning unknown-key: "timout"'],
    ['a key that is not known', inTarget('"callback":"x"'), 'warning unknown-key: "callback"'],
    [
      'a key that every object has',
      inTarget('"constructor":"x"'),
      'warning unknown-key: "constructor"',
    ],
    [
      'a key of a target in a filter',
      workflow([`{"expression":"a==1","queue":"a","targets":[${target}]}`]),
      'warning misplaced-key: "queue"',
    ],
    [
      'a default filter outside',
      `{"task_routing":{"filters":[]},"default_filter":${target}}`,
      'warning misplaced-key: "default_filter"',
    ],
    [
      'what does nothing in a default filter',
      workflow([], ',"default_filter":{"queue":"a","timeout":5}'),
      'hint undocumented-key: "timeout"',
    ],
    ['filters without task_routing', `{"filters":[]}`, 'hint missing-task-routing: "filters"'],
    ['filters that are no array', '{"task_routing":{"filters":{}}}', 'warning wrong-type: {}'],
    [
      'an expression that is no string',
      workflow([`{"expression":true,"targets":[${target}]}`]),
      'warning wrong-type: true',
    ],
    [
      'a SID of another kind',
      withTarget(`{"queue":"${worker}"}`),
      `warning wrong-sid: "${worker}"`,
    ],
    ['an empty queue', withTarget('{"queue":""}'), 'warning wrong-sid: ""'],
    ['a timeout in words', inTarget('"timeout":"5 min"'), 'warning not-a-number: "5 min"'],
    ['a timeout with a fraction', inTarget('"timeout":1.5'), 'warning not-a-number: 1.5'],
    ['a priority that is true', inTarget('"priority":true'), 'warning not-a-number: true'],
    ['a timeout of 0', inTarget('"timeout":0'), 'warning number-too-small: 0'],
    [
      'a first target without a queue',
      withTarget('{"timeout":5}', target),
      'warning missing-queue: {',
    ],
    [
      'two known Workers',
      inTarget('"known_worker_sid":"task.a","known_worker_friendly_name":"task.b"'),
      'warning two-known-workers: "known_worker_friendly_name"',
    ],
    [
      'a known Worker without task.',
      inTarget('"known_worker_sid":"agent.sid"'),
      'warning not-of-task: agent.sid',
    ],
    [
      'a known Worker by its SID',
      inTarget(`"known_worker_sid":"${worker}"`),
      `hint not-a-key: ${worker}`,
    ],
    [
      'a filter behind one for all',
      workflow([filter('1==1', target), filter('a == 1', target)]),
      'warning unreachable-filter: "a == 1"',
    ],
    [
      'a filter that is the same',
      workflow([filter("a == 'x' AND b = 2", target), filter("b==2 and a=='x'", target)]),
      'warning unreachable-filter: "b==2 and a==\'x\'"',
    ],
    [
      'a last timeout without a default',
      workflow([filter('a == 1', '{"queue":"a","timeout":5}')], ''),
      'hint timeout-cancels: 5',
    ],
    [
      'a quote that is not closed',
      workflow([filter("a == 'x AND b == 1", target)]),
      "error unclosed-quote: 'x",
    ],
    [
      'a name of skip_if',
      inTarget('"skip_if":"workers.availible == 0"'),
      'warning unknown-name: workers.availible',
    ],
    [
      'a name of the time',
      workflow([filter('taskrouter.currentTiem > 900', target)]),
      'warning unknown-name: taskrouter.currentTiem',
    ],
    [
      'a target without prefixes',
      inTarget('"expression":"skills HAS \'x\'"'),
      'warning missing-prefix: skills',
    ],
    [
      'an order without a prefix',
      inTarget('"order_by":"level ASC"'),
      'warning not-of-worker: level',
    ],
    [
      'mixed AND and OR',
      workflow([filter('a == 1 AND b == 2 OR c == 3', target)]),
      'hint mixed-and-or: a == 1 AND b == 2 OR c == 3',
    ],
    [
      'what is always true',
      workflow([filter("x != 'a' OR x != 'b'", target)]),
      "warning always-true: x != 'a' OR x != 'b'",
    ],
  ] as const) {
    it(`finds ${title}`, () => {
      assert.deepEqual(problemsIn(text), problems);
    });
  }

  it('puts a fix through the escapes of the string that it stands in', () => {
    const text = workflow([filter('a == "x", "y"', target)]);
    const [problem] = checkConfiguration(text);
    const [fix] = problem?.fixes ?? [];
    assert.ok(fix);
    const fixed = text.slice(0, fix.offset) + fix.text + text.slice(fix.offset + fix.length);
    assert.deepEqual(problemsIn(fixed), []);
    assert.deepEqual(JSON.parse(fixed), JSON.parse(workflow([filter('a IN ["x", "y"]', target)])));
  });

  it('puts the documented key in place of a slip', () => {
    const text = inTarget('"timout":5');
    const [fix] = checkConfiguration(text)[0]?.fixes ?? [];
    assert.ok(fix);
    const fixed = text.slice(0, fix.offset) + fix.text + text.slice(fix.offset + fix.length);
    assert.equal(fixed, inTarget('"timeout":5'));
  });

  it('finds the same in what it checked before', () => {
    const checked = new CheckedExpressions();
    const texts = [
      inTarget('"expression":"x == 1"'),
      workflow([filter('a == 1', target), filter('1=a', target), filter('a == 1', target)]),
      inTarget('"timout":5'),
    ];
    for (const text of [...texts, ...texts.toReversed()]) {
      const again = checkReadConfiguration(readConfiguration(text), checked);
      assert.deepEqual(again, checkConfiguration(text));
    }
  });

  it('links each code to a page of Twilio', () => {
    for (const [, text] of [
      ['', workflow([filter("a == 'x", target)])],
      ['', inTarget('"x":1')],
    ]) {
      for (const problem of checkConfiguration(text ?? '')) {
        assert.match(
          docsOfProblem(problem),
          /^https:\/\/www\.twilio\.com\/docs\/taskrouter\/[\w/-]+$/,
        );
      }
    }
  });

  it('marks nothing outside of the text, wherever it is cut or doubled', () => {
    const text = workflow([
      filter('a == "x" AND b IN [\'1\', "2"] OR NOT c', `{"queue":"a","order_by":"worker.x"}`),
      filter('${x} == 1', '{"timeout":"${t}","known_worker_sid":"agent"}', '{}'),
    ]);
    const part = fc.tuple(fc.nat(text.length), fc.nat(text.length));
    fc.assert(
      fc.property(part, fc.boolean(), ([one, other], isDoubled) => {
        const [from, until] = [Math.min(one, other), Math.max(one, other)];
        const broken = isDoubled
          ? text.slice(0, until) + text.slice(from)
          : text.slice(0, from) + text.slice(until);
        for (const { offset, length, fixes } of checkConfiguration(broken)) {
          for (const span of [{ offset, length }, ...fixes]) {
            assert.ok(span.offset >= 0 && span.length >= 0);
            assert.ok(span.offset + span.length <= broken.length);
          }
        }
      }),
    );
  });
});

describe('checkExpression', () => {
  const codesIn = (text: string) => checkExpression(text, 'worker').map(({ code }) => code);

  for (const text of ["skills HAS 'x' AND level > -1", 'a.988b == 1', "('a') IN skills", '1==1']) {
    it(`finds nothing wrong with what is merely unusual: ${text}`, () => {
      assert.deepEqual(codesIn(text), []);
    });
  }

  for (const [text, code] of [
    ['', 'empty-expression'],
    ['skill-level > 3', 'hyphenated-key'],
    ["skills HAS 'x' AND", 'dangling-join'],
    ['a && b == 1', 'missing-operator'],
    ["task.a == 'x'", 'foreign-name'],
    ['a == TRUE', 'capital-constant'],
  ] as const) {
    it(`finds ${code} in ${JSON.stringify(text)}`, () => {
      assert.ok(codesIn(text).includes(code), codesIn(text).join());
    });
  }
});
