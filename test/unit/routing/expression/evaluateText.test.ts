import assert from 'node:assert/strict';
import { evaluateText } from '../../../../src/core/routing/expression/evaluation/evaluateText.ts';

type Expected = 'true' | 'false' | 'uncertain' | 'likely true' | 'likely false' | 'invalid';

interface Case {
  readonly of: string;
  readonly values?: object;
  readonly is: Expected;
  readonly because?: RegExp;
}

const TASK = {
  lang: 'fr',
  level: 7,
  text: '7',
  big: 1,
  vip: true,
  tags: ['a', 'b', 3],
  none: null,
  box: { size: 2, rows: [{ id: 'r1' }] },
  empty: [],
};

function outcomeOf(expression: string, scope: Parameters<typeof evaluateText>[1], values: object) {
  const { outcome, likely, reasons } = evaluateText(expression, scope, JSON.stringify(values));
  return { is: likely === undefined ? outcome : `likely ${likely}`, reasons };
}

function define(scope: Parameters<typeof evaluateText>[1], cases: readonly Case[]) {
  for (const { of: expression, values = TASK, is, because = /./ } of cases) {
    it(`${expression} is ${is}${because.source === '.' ? '' : `: ${because.source}`}`, () => {
      const found = outcomeOf(expression, scope, values);
      assert.equal(found.is, is, found.reasons.join('\n'));
      assert.match(found.reasons.join('\n'), because);
    });
  }
}

describe('Evaluating an expression', () => {
  describe('decides what is documented', () => {
    define('task', [
      { of: "lang == 'fr'", is: 'true', because: /^`lang` is "fr"$/ },
      { of: "lang == 'en'", is: 'false', because: /^`lang` is "fr", not "en"$/ },
      { of: "'en' == lang", is: 'false', because: /^`lang` is "fr", not "en"$/ },
      { of: 'lang = "fr"', is: 'true' },
      { of: "lang != 'en'", is: 'true', because: /not "en"/ },
      { of: 'level > 6.99', is: 'true', because: /^`level` \(7\) is > 6.99$/ },
      { of: 'level > 7', is: 'false', because: /^`level` \(7\) is not > 7$/ },
      { of: 'level >= 7', is: 'true' },
      { of: '3 < level', is: 'true' },
      { of: 'level <= 6', is: 'false' },
      { of: 'vip == true', is: 'true' },
      { of: 'vip != true', is: 'false' },
      { of: "lang CONTAINS 'r'", is: 'true', because: /contains "r"/ },
      { of: "lang contains 'x'", is: 'false', because: /does not contain "x"/ },
      { of: "tags HAS 'b'", is: 'true', because: /has "b"/ },
      {
        of: "tags HAS 'z'",
        is: 'false',
        because: /^`tags` \(\["a", "b", 3\]\) does not have "z"$/,
      },
      { of: 'tags HAS 3', is: 'true' },
      { of: "lang IN ['fr', 'en']", is: 'true', because: /is in \["fr", "en"\]/ },
      { of: "lang IN ['en']", is: 'false', because: /is not in/ },
      { of: "lang NOT IN ['en']", is: 'true', because: /is not in/ },
      { of: "lang NOT IN ['fr']", is: 'false' },
      { of: 'lang IN []', is: 'false' },
      { of: "'a' IN tags", is: 'true' },
      { of: 'tags[1] == "b"', is: 'true' },
      { of: "box.rows[0].id == 'r1'", is: 'true' },
      { of: 'tags == "a"', is: 'false', because: /== with an array is false \(documented\)/ },
      { of: 'tags != "a"', is: 'false', because: /!= with an array is false/ },
      { of: 'tags > 1', is: 'false' },
      { of: "tags CONTAINS 'a'", is: 'false' },
      { of: "lang IN 'fr'", is: 'false', because: /IN with two scalar values is false/ },
      { of: "lang NOT IN 'en'", is: 'false' },
      { of: 'level HAS 7', is: 'false' },
      { of: 'text > 6', is: 'true', because: /as a number \(documented\)/ },
      { of: 'text < 6', is: 'false' },
      { of: '2 == 2', is: 'true', because: /`2 == 2` is always true/ },
      { of: '"x" == "y"', is: 'false' },
      { of: "lang == 'en' OR level == 7", is: 'true', because: /^`level` is 7$/ },
      { of: "lang == 'fr' AND level == 8", is: 'false', because: /^`level` is 7, not 8$/ },
    ]);
  });

  describe('decides what is recorded, or what production relies on', () => {
    define('task', [
      { of: "gone == 'x'", is: 'false', because: /NULL, not "x"[^]*documented/ },
      { of: 'gone == null', is: 'true', because: /production Workflows rely on it/ },
      { of: 'none == null', is: 'true' },
      { of: 'gone != null', is: 'false' },
      { of: 'lang != null', is: 'true' },
      { of: 'lang == null', is: 'false' },
      { of: 'gone != true', is: 'true', because: /production/ },
      { of: "gone IN ['x']", is: 'false', because: /recorded/ },
      { of: "'x' IN gone", is: 'false', because: /recorded/ },
      { of: "gone HAS 'x'", is: 'false' },
      { of: "lang.sub.sub == 'x'", is: 'false' },
      { of: 'skill-level > 3', is: 'invalid', because: /20001 \(recorded\)/ },
    ]);
  });

  describe('leaves open what no source says', () => {
    define('task', [
      { of: "gone NOT IN ['x']", is: 'likely true', because: /NOT IN with NULL/ },
      { of: 'lang NOT IN gone', is: 'likely true' },
      { of: 'gone > 1', is: 'likely false', because: /> with NULL/ },
      { of: "gone CONTAINS 'x'", is: 'likely false' },
      { of: 'gone == other', is: 'likely true', because: /comparing NULL with NULL/ },
      { of: 'gone != other', is: 'likely false' },
      { of: 'level == 7.0', is: 'likely true', because: /1 equals 1\.0/ },
      { of: 'level IN [7.0]', is: 'likely true' },
      { of: 'text == 7', is: 'likely true', because: /different types/ },
      { of: 'text == 8', is: 'likely false' },
      { of: "vip == 'true'", is: 'uncertain' },
      { of: "level > 'x'", is: 'likely false' },
      { of: "level > '6'", is: 'likely true' },
      { of: 'vip > 0', is: 'uncertain' },
      { of: "lang > 'en'", is: 'likely true', because: /how text is ordered/ },
      { of: "text > '10'", is: 'uncertain' },
      { of: "lang == 'FR'", is: 'likely false', because: /case matters in text/ },
      { of: "lang CONTAINS 'FR'", is: 'likely false' },
      { of: "tags HAS 'A'", is: 'likely false' },
      { of: "Lang == 'fr'", is: 'likely false', because: /differs only in case/ },
      { of: 'tags[3] == null', is: 'likely true', because: /after the last element/ },
      { of: 'tags.length == 3', is: 'likely false', because: /no members/ },
      { of: 'box == 1', is: 'likely false', because: /with an object/ },
      { of: "tags HAS ['a']", is: 'likely false', because: /array on this side/ },
      { of: "tags IN ['a']", is: 'likely false' },
      { of: 'vip == TRUE', is: 'likely true', because: /lowercase form of TRUE/ },
      { of: 'level > -1', is: 'likely true', because: /negative numbers/ },
      { of: 'level == 7 && vip == true', is: 'uncertain', because: /&&/ },
      { of: 'NOT (level == 7)', is: 'likely false', because: /NOT only as NOT IN/ },
      { of: "tags NOT HAS 'a'", is: 'likely false', because: /NOT HAS/ },
      { of: String.raw`lang == 'f\r'`, is: 'likely true', because: /backslash/ },
      { of: '', is: 'uncertain', because: /empty expression/ },
      { of: 'lang == ${lang}', is: 'uncertain', because: /\$\{lang\} is a placeholder/ },
      { of: "lang == '${lang}'", is: 'uncertain', because: /placeholder/ },
      { of: '${all}', is: 'uncertain', because: /placeholder/ },
      { of: "worker.skills HAS 'x'", is: 'likely false', because: /not documented for this kind/ },
      { of: 'taskrouter.currentHour > 8', is: 'uncertain', because: /time of evaluation/ },
      { of: 'taskrouter.hour > 8', is: 'likely false', because: /not a documented name/ },
    ]);
  });

  describe('names a conflict between sources', () => {
    define('task', [
      { of: 'tags != null', is: 'likely true', because: /Sources conflict/ },
      { of: "'lang' == 'fr'", is: 'uncertain', because: /Sources conflict.*quotes/ },
      { of: "'lang' == 'de'", is: 'false', because: /Sources conflict/ },
    ]);
    define('worker', [
      {
        of: "teams HAS 'a-b'",
        values: { teams: ['a-b'] },
        is: 'true',
        because: /Sources conflict.*hyphens/,
      },
    ]);
    define('target', [
      {
        of: 'worker.channel.sms.available_capacity_percentage <= 40',
        values: { worker: { channel: { sms: { available_capacity_percentage: 20 } } } },
        is: 'true',
        because: /Sources conflict.*<=/,
      },
    ]);
  });

  describe('joins three values soundly', () => {
    define('task', [
      { of: "gone > 1 AND lang == 'en'", is: 'false', because: /^`lang` is "fr", not "en"$/ },
      { of: "gone > 1 OR lang == 'fr'", is: 'true', because: /^`lang` is "fr"$/ },
      { of: "gone > 1 AND lang == 'fr'", is: 'likely false' },
      { of: "gone > 1 OR lang == 'en'", is: 'likely false' },
      { of: 'vip > 0 OR gone > 1', is: 'uncertain' },
      {
        of: 'level == 7 OR vip == false AND vip == false',
        is: 'likely true',
        because: /AND binds closer/,
      },
      { of: 'level == 7 AND vip == true OR vip == false', is: 'true' },
      { of: 'level == 8 OR vip == false AND vip == false', is: 'false' },
      { of: 'level == 7 ${x} vip == true', is: 'uncertain' },
      { of: "lang == 'en' AND ${x}", is: 'false' },
    ]);
  });

  describe('reads the values of its scope', () => {
    define('worker', [
      { of: "sid IN ['WK1']", values: { sid: 'WK1' }, is: 'true' },
      {
        of: "activity_name == 'x'",
        values: {},
        is: 'uncertain',
        because: /`activity_name` is not known/,
      },
      { of: 'worker.rank == 1', values: { rank: 1 }, is: 'likely false' },
      { of: ' ', values: {}, is: 'false', because: /matches no Worker \(documented\)/ },
    ]);
    define('target', [
      {
        of: 'task.want == worker.name',
        values: { task: { want: 'x' }, worker: { name: 'x' } },
        is: 'true',
        because: /^`task.want` is "x", as is `worker.name`$/,
      },
      {
        of: 'task.want == worker.name',
        values: { task: { want: 'x' }, worker: { name: 'y' } },
        is: 'false',
        because: /^`task.want` is "x", not `worker.name` \("y"\)$/,
      },
      { of: 'worker.sid != task.past', values: { task: {}, worker: { sid: 'WK1' } }, is: 'true' },
      { of: 'worker.sid == task.past', values: { task: {}, worker: {} }, is: 'uncertain' },
      { of: 'task.a == 1', values: { worker: {} }, is: 'uncertain', because: /not known/ },
      {
        of: 'a == 1',
        values: { task: { a: 1 }, worker: {} },
        is: 'likely false',
        because: /needs `task.` or `worker.`/,
      },
      {
        of: 'worker.channel.sms.assigned_tasks == 0',
        values: { task: {}, worker: { channel: {} } },
        is: 'uncertain',
      },
      {
        of: 'worker.channel.sms.free == 0',
        values: { task: {}, worker: {} },
        is: 'likely false',
        because: /not a documented name/,
      },
    ]);
    define('skipIf', [
      { of: 'workers.available == 0', values: { workers: { available: 0 } }, is: 'true' },
      { of: 'workers.WA12 < 2', values: { workers: { WA12: 2 } }, is: 'false' },
      { of: 'workers.unavailable == 0', values: { workers: {} }, is: 'uncertain' },
      { of: 'workers.idle == 0', values: { workers: {} }, is: 'likely false' },
    ]);
  });

  it('compares numbers to the last digit', () => {
    const json =
      '{"n": 90071992547409930000001, "d": 0.1000000000000000000001, "e": 1e400, "z": -0.0}';
    for (const [expression, outcome] of [
      ['n == 90071992547409930000001', 'true'],
      ['n == 90071992547409930000002', 'false'],
      ['n > 90071992547409930000000', 'true'],
      ['d > 0.1', 'true'],
      ['d < 0.1000000000000000000002', 'true'],
      ['e > 99999999999', 'true'],
      ['z < 1', 'true'],
      ['z > 0', 'false'],
    ] as const) {
      assert.equal(evaluateText(expression, 'task', json).outcome, outcome, expression);
    }
  });

  it('takes the last of two keys with one name, and values that are no object', () => {
    assert.equal(evaluateText('a == 2', 'task', '{"a":1,"a":2}').outcome, 'true');
    assert.equal(evaluateText('a == null', 'task', '3').outcome, 'true');
  });

  it('is invalid without an offset for values that are no JSON', () => {
    assert.deepEqual(evaluateText('a == 1', 'task', '{a:1}'), {
      outcome: 'invalid',
      reasons: ['The values are not JSON.'],
    });
  });

  it('says where the fault, or the doubt, is', () => {
    const at = (expression: string) => evaluateText(expression, 'task', '{"a":1}').offset;
    assert.equal(at('a == 1 AND b ! = 2'), 13);
    assert.equal(at('a == 1 AND b > 2'), 11);
    assert.equal(at('a == 1 OR a == 2 AND a == 3'), 17);
    assert.equal(at('a == 1 AND c != -2'), 16);
    assert.equal(at('a == 1'), undefined);
  });

  it('shortens long values, and says no sentence twice', () => {
    const json = JSON.stringify({ a: 'x'.repeat(5000) });
    const { reasons } = evaluateText("a == 'y' OR a == 'y'", 'task', json);
    assert.equal(reasons.length, 1);
    assert.ok((reasons[0] ?? '').length < 200);
  });
});
