import assert from 'node:assert/strict';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { timeline, type TimelineEntry } from '../../../src/core/page/timeline.ts';
import { plain } from '../../support/english.ts';

const D = '0123456789abcdef0123456789abcdef';
const task = { workspaceSid: `WS${D}`, taskSid: `WT${D}` };
const START = Date.parse('2026-05-04T09:30:12.300Z');

interface Told {
  readonly type?: string;
  /** As the event has them; a function leaves the field out. */
  readonly attributes: unknown;
  /** In ms after the one before. */
  readonly after?: number;
  readonly fields?: object;
}

/** Events one after the other; what is not told is an update a minute after the one before. */
function entries(told: readonly Told[], masked = false): readonly TimelineEntry[] {
  let at = START;
  const events = told.map(
    ({ type = 'task.updated', attributes, after = 60_000, fields }, index) => {
      at += after;
      const event = {
        ...{ event_type: type, event_date_ms: at, ...fields },
        event_data: { task_attributes: attributes },
      };
      return { sid: `EV${index}`, text: JSON.stringify(event) };
    },
  );
  const history = readHistory({ events: events.toReversed(), reservations: [] }, masked);
  const { rows } = timeline(history, { task, localize: plain });
  return rows.filter((row) => row.row === 'entry');
}

/** What the last of some attributes changed, in sentences and as a diff. */
function changes(...attributes: readonly unknown[]): readonly string[] {
  const last = entries(attributes.map((one) => ({ attributes: one }))).at(-1);
  return linesOf(last);
}

function linesOf(entry: TimelineEntry | undefined): readonly string[] {
  const { sentences = [], members: places = [], more = 0 } = entry?.change ?? {};
  const diff = places.flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [`- ${path} ${before.shown}`]),
    ...(after === undefined ? [] : [`+ ${path} ${after.shown}`]),
  ]);
  return [...sentences, ...diff, ...(more > 0 ? [`${more} more`] : [])];
}

describe('what an event changed in the attributes', () => {
  const changed: [what: string, before: string, after: string, lines: readonly string[]][] = [
    [
      'a value',
      '{"a":"x","b":1}',
      '{"a":"y","b":1}',
      ['Changed attributes: a', '- a "x"', '+ a "y"'],
    ],
    [
      'an attribute that was added',
      '{"a":1}',
      '{"a":1,"b":{"c":[]}}',
      ['Added attributes: b', '+ b {"c":[]}'],
    ],
    [
      'an attribute that was removed',
      '{"a":{"b":1,"c":2}}',
      '{"a":{"b":1}}',
      ['Removed attributes: a.c', '- a.c 2'],
    ],
    [
      'everything that was overwritten',
      '{"call_sid":"CA1","from":"x"}',
      '{}',
      ['Removed attributes: call_sid, from', '- call_sid "CA1"', '- from "x"'],
    ],
    [
      'the last of many digits',
      '{"id":9007199254740992}',
      '{"id":9007199254740993}',
      ['Changed attributes: id', '- id 9007199254740992', '+ id 9007199254740993'],
    ],
    [
      'zeros that are written',
      '{"total":89.9}',
      '{"total":89.90}',
      ['Changed attributes: total', '- total 89.9', '+ total 89.90'],
    ],
    [
      'the second of two equal keys',
      '{"k":1,"k":2}',
      '{"k":1,"k":3}',
      ['Changed attributes: k', '- k 2', '+ k 3'],
    ],
    [
      'one of two equal keys that went',
      '{"k":1,"k":2}',
      '{"k":1}',
      ['Removed attributes: k', '- k 2'],
    ],
    [
      'an element before others',
      '{"l":["b","c"]}',
      '{"l":["a","b","c"]}',
      ['Added attributes: l[0]', '+ l[0] "a"'],
    ],
    [
      'a value of another type',
      '{"a":"1","z":null}',
      '{"a":1,"z":{}}',
      ['Changed attributes: a, z', '- a "1"', '+ a 1', '- z null', '+ z {}'],
    ],
    [
      'JSON that became none',
      '{"a":1}',
      '{"a":',
      ['All attributes were replaced', '-  {"a":1}', '+  "{"a":"'],
    ],
    [
      'what was no JSON',
      "{type: 'x'}",
      "{type: 'y'}",
      ['All attributes were replaced', `-  "{type: 'x'}"`, `+  "{type: 'y'}"`],
    ],
    [
      'characters that hide',
      '{"a":"x"}',
      '{"a":"x\u202e","b\u200b":1}',
      [
        'Changed attributes: a',
        'Added attributes: ["b\\u200b"]',
        '- a "x"',
        '+ a "x\\u202e"',
        '+ ["b\\u200b"] 1',
      ],
    ],
    [
      'several of each',
      '{"a":1,"b":2,"c":3}',
      '{"a":0,"b":0,"d":4}',
      [
        'Changed attributes: a, b',
        'Added attributes: d',
        'Removed attributes: c',
        ...['- a 1', '+ a 0', '- b 2', '+ b 0', '+ d 4', '- c 3'],
      ],
    ],
  ];
  for (const [what, before, after, lines] of changed) {
    it(`is told of ${what}`, () => {
      assert.deepEqual(changes(before, after), lines);
    });
  }

  const silent: [what: string, attributes: readonly unknown[]][] = [
    ['the first that are known', ['{"a":1}']],
    ['the same', ['{"a":1}', '{"a":1}']],
    ['other white space', ['{"a":1}', '{ "a" : 1 }\n']],
    ['another order of keys', ['{"a":1,"b":2}', '{"b":2,"a":1}']],
    ['other escapes', ['{"a":"é"}', String.raw`{"a":"\u00e9"}`]],
    ['older ones that are null', [null, '{"a":1}']],
    ['older ones that are missing', [undefined, '{"a":1}']],
    ['older ones that are empty', ['', '{"a":1}']],
    ['older ones that are a word', ['REDACTED', '{"a":1}']],
    ['older ones that are stars', ['{"a":1}', '*****', '{"a":1,"b":2}']],
    ['older values that are redacted', ['{"a":"[REDACTED]","b":"***"}', '{"a":1,"b":"x"}']],
    ['later ones that are missing', ['{"a":1}', undefined]],
  ];
  for (const [what, attributes] of silent) {
    it(`is nothing for ${what}`, () => {
      assert.deepEqual(changes(...attributes), []);
    });
  }

  it('is not told of attributes that may have been redacted to none, but of an update', () => {
    const created = { type: 'task.created', attributes: '{}' };
    const offered = { type: 'reservation.created', attributes: '{"a":1}' };
    assert.deepEqual(entries([created, offered]).flatMap(linesOf), []);
    const updated = { type: 'task.updated', attributes: '{"a":1}' };
    assert.deepEqual(entries([created, updated, offered]).flatMap(linesOf), [
      'Added attributes: a',
      '+ a 1',
    ]);
  });

  it('is held against the last that are known, where an event says nothing of them', () => {
    assert.deepEqual(changes('{"a":1}', undefined, '{"a":2}').slice(0, 1), [
      'Changed attributes: a',
    ]);
  });

  it('is told where an update says who did it, though others of its act were recorded before it', () => {
    const actor = { actor_sid: `WK${D}`, source: 'api', source_ip_address: '203.0.113.24' };
    const [, routed, updated] = entries([
      { type: 'task.created', attributes: '{"a":1}' },
      { type: 'workflow.target-matched', attributes: '{"a":2}' },
      { type: 'task.updated', attributes: '{"a":2}', after: 3, fields: actor },
    ]);
    assert.equal(routed?.change, undefined);
    assert.deepEqual(updated?.change?.sentences, ['Changed attributes: a']);
    assert.deepEqual(updated.notes, ['By Worker WK…89abcdef (api, 203.0.113.24)']);
  });

  it('is told at the event itself where the update is too late to be of its act', () => {
    const [, routed, updated] = entries([
      { type: 'task.created', attributes: '{"a":1}' },
      { type: 'reservation.accepted', attributes: '{"a":2}', fields: { actor_sid: `WK${D}` } },
      { type: 'task.updated', attributes: '{"a":2}', after: 21 },
    ]);
    assert.deepEqual(routed?.change?.sentences, ['Changed attributes: a']);
    assert.deepEqual(routed.notes, ['By Worker WK…89abcdef']);
    assert.equal(updated?.change, undefined);
  });

  it('is masked in privacy mode: which attributes, and no value', () => {
    const told = ['{"name":"Ann","ann@example.com":1,"z":null}', '{"name":"Bob","z":4711}'];
    const [, entry] = entries(
      told.map((attributes) => ({ attributes })),
      true,
    );
    assert.deepEqual(linesOf(entry), [
      'Changed attributes: name, z',
      'Removed attributes: ["•••"]',
      ...['- name "•••"', '+ name "•••"', '- z null', '+ z "•••"', '- ["•••"] "•••"'],
    ]);
    const text = JSON.stringify(entries([{ attributes: '{"a":' }, { attributes: '{"b":' }], true));
    assert.doesNotMatch(text, /\{\\+"[ab]/);
  });

  it('shows of long values where they are different', () => {
    const long = 'x'.repeat(5000);
    const [, removed = '', added = ''] = changes(
      `{"a":"${long}1${long}"}`,
      `{"a":"${long}2${long}"}`,
    );
    assert.match(removed, /^- a …x{60}1x+…$/);
    assert.match(added, /^\+ a …x{60}2x+…$/);
    assert.ok(removed.length < 500);
  });

  it('names a few of many, and shows some', () => {
    const object = (value: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`k${n}`, value])));
    const lines = changes(object(1), object(2));
    assert.equal(lines[0], 'Changed attributes: k0, k1, k2, k3, k4, k5 and 144 more');
    assert.equal(lines.at(-1), '50 more');
  });

  it('is told of values nested deeper than a stack is', () => {
    const nested = (value: number) => `{"a":${'['.repeat(20_000)}${value}${']'.repeat(20_000)}}`;
    assert.match(changes(nested(1), nested(2))[0] ?? '', /^Changed attributes: a\[0\]/);
  });

  it('bounds what a page is sent of all events together', () => {
    const told = Array.from({ length: 2000 }, (_, index) => ({
      attributes: JSON.stringify({ a: `${index}${'x'.repeat(390)}` }),
    }));
    const all = entries(told);
    assert.ok(JSON.stringify(all.map(({ change }) => change)).length < 900_000);
    assert.deepEqual(linesOf(all.at(-1)), ['Changed attributes: a', '1 more']);
  });
});
