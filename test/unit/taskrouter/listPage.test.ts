import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asFailure } from '../../../src/core/taskrouter/failure.ts';
import { nextPageUrl, readListPage } from '../../../src/core/taskrouter/listPage.ts';
import { listKinds, type ResourceList } from '../../../src/core/taskrouter/resourceList.ts';
import { everyList } from '../../support/everyList.ts';
import { anyCharacter } from '../../support/json/jsonTexts.ts';

const { workspaceSid, taskSid } = everyList.Reservations;
const digits = taskSid.slice(2);
const otherDigits = 'f'.repeat(32);

const kindOf = (text: string, list: ResourceList) => {
  try {
    readListPage(text, list, 'h');
    return 'none';
  } catch (error) {
    return asFailure(error)?.kind;
  }
};

/** White space between the tokens of a JSON text. */
const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n'), maxLength: 2 });

/** Unusual JSON: numbers of any length, and often duplicate keys. */
const { json } = fc.letrec<{ json: string; object: string; array: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('9007199254740993', '-1.0e+2', '1E400', 'true', 'null', '"\\u00e9\\/\\ud83d"'),
    fc.json({ maxDepth: 1 }),
    tie('object'),
    tie('array'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom('"sid"', '"tasks"', '"\\u0061"', '"meta"'), tie('json')))
    .chain((members) =>
      spaced(
        '{',
        members.map(([key, value]) => `${key}:${value}`),
        '}',
      ),
    ),
  array: fc.array(tie('json')).chain((elements) => spaced('[', elements, ']')),
}));

/** Parts between brackets, with white space everywhere. */
function spaced(open: string, parts: readonly string[], close: string): fc.Arbitrary<string> {
  return fc
    .array(space, { minLength: 2 * parts.length + 2, maxLength: 2 * parts.length + 2 })
    .map((spaces) => {
      const inner = parts.map(
        (part, index) => `${spaces[2 * index] ?? ''}${part}${spaces[2 * index + 1] ?? ''}`,
      );
      return `${spaces.at(-2) ?? ''}${open}${inner.join(',')}${spaces.at(-1) ?? ''}${close}`;
    });
}

/** A row without white space around it, with a SID after its other fields. */
const row = fc
  .array(fc.tuple(fc.json({ maxDepth: 0 }), json))
  .chain((members) => {
    const others = members.map(([key, value]) => `${JSON.stringify(key)}:${value}`);
    return spaced('{', [...others, `"workspace_sid":null,"sid":"WT${digits}"`], '}');
  })
  .map((text) => text.trim());

/** Other fields of a page, also the key of its rows at a deeper level or with another value before. */
const others = fc.array(
  fc
    .tuple(fc.constantFrom('"tasks"', '"x"', '"meta"', '"t\\u0061sks"'), json)
    .map(([key, value]) => `${key}:${value}`),
  { maxLength: 3 },
);

describe('readListPage', () => {
  it('returns each row unchanged', () => {
    const pages = fc.tuple(fc.array(row), others, space).chain(([rows, before, blank]) =>
      spaced('[', rows, ']')
        .chain((list) =>
          spaced('{', [...before, `"t\\u0061sks"${blank}:${list}`, '"meta":{"tasks":[1]}'], '}'),
        )
        .map((text) => ({ text, rows })),
    );
    fc.assert(
      fc.property(pages, ({ text, rows }) => {
        JSON.parse(text);
        assert.deepEqual(readListPage(text, everyList.Tasks, 'h'), {
          rows: rows.map((rowText) => ({ sid: `WT${digits}`, text: rowText })),
        });
      }),
    );
  });

  it('omits rows without a SID of the list’s kind and rows of another Workspace', () => {
    for (const list of Object.values(everyList)) {
      const { prefix, key } = listKinds[list.kind];
      const sid = `${prefix}${digits}`;
      const kept = [
        { sid },
        { sid: prefix + otherDigits.toUpperCase(), workspace_sid: null, task_sid: null },
        { sid, workspace_sid: workspaceSid.toLowerCase(), task_sid: taskSid },
      ];
      const leftOut = [
        ...[null, 7, sid, [sid], {}, { sid: null }, { sid: [sid] }, { sid: { sid } }],
        ...['', 'XX', prefix, `${sid}0`, sid.slice(0, -1), sid.toLowerCase(), `WS${digits}`].map(
          (wrong) => ({ sid: wrong }),
        ),
        { sid: `${prefix}${'g'.repeat(32)}` },
        { sid: `${sid}\n` },
        { sid, workspace_sid: `WS${otherDigits}` },
      ];
      const rows = leftOut.flatMap((wrong, index) => [wrong, kept[index] ?? 'nothing']);
      const { rows: read } = readListPage(JSON.stringify({ [key]: rows }), list, 'h');
      assert.deepEqual(
        read.map(({ text }) => text),
        kept.map((row) => JSON.stringify(row)),
        list.kind,
      );
    }
  });

  it('omits Reservations of another Task and Channels of another Worker, but no rows of other lists', () => {
    for (const [field, kind] of [
      ['task_sid', 'Reservations'],
      ['worker_sid', 'Channels'],
    ] as const) {
      for (const list of Object.values(everyList)) {
        const { prefix, key } = listKinds[list.kind];
        const text = JSON.stringify({ [key]: [{ sid: prefix + digits, [field]: 'WT0' }] });
        const { length } = readListPage(text, list, 'h').rows;
        assert.equal(length, list.kind === kind ? 0 : 1, list.kind);
      }
    }
  });

  it('returns the URL of the next page unchanged, if it is a string', () => {
    const nexts: [meta: unknown, next: string | undefined][] = [
      [{ next_page_url: 'https://h/v1?Page=1#' }, 'https://h/v1?Page=1#'],
      [{ next_page_url: 'nonsense ' }, 'nonsense '],
      [{ next_page_url: null }, undefined],
      [{ next_page_url: 7 }, undefined],
      [{ next_page_url: ['https://h'] }, undefined],
      [{}, undefined],
      [[], undefined],
      [null, undefined],
      [undefined, undefined],
    ];
    for (const [meta, next] of nexts) {
      const page = readListPage(JSON.stringify({ workers: [], meta }), everyList.Workers, 'h');
      assert.deepEqual(page, { rows: [], ...(next !== undefined && { next }) });
    }
  });

  const refused: [text: string, kind: string][] = [
    ['', 'notJson'],
    ['<html>', 'notJson'],
    ['{"channels":[]', 'notJson'],
    ['null', 'unexpectedAnswer'],
    ['[]', 'unexpectedAnswer'],
    ['{}', 'unexpectedAnswer'],
    ['{"channels":null}', 'unexpectedAnswer'],
    ['{"channels":{"0":{}}}', 'unexpectedAnswer'],
    ['{"channels":[],"channels":{}}', 'unexpectedAnswer'],
    ['{"task_channels":[]}', 'unexpectedAnswer'],
    ['{"tasks":[]}', 'unexpectedAnswer'],
  ];
  for (const [text, kind] of refused) {
    it(`refuses ${JSON.stringify(text)} as ${kind}`, () => {
      assert.equal(kindOf(text, everyList.TaskChannels), kind);
    });
  }

  it('throws only failures, for any text', () => {
    const texts = fc.oneof(fc.string({ unit: anyCharacter }), fc.json(), json);
    fc.assert(
      fc.property(texts, (text) => {
        assert.ok(kindOf(text, everyList.Tasks) !== undefined);
      }),
    );
  });
});

const path = '/proxy/v1/Workspaces/WS0123456789abcdef0123456789abcdef/Tasks';
const first = new URL(`https://api.example:8443${path}?Priority=1&PageSize=50`);

describe('nextPageUrl', () => {
  for (const next of [
    `https://api.example:8443${path}?Page=1&PageToken=PT1`,
    `https://api.example:8443${path}`,
  ]) {
    it(`leads to ${next}`, () => {
      assert.equal(nextPageUrl(next, first).href, new URL(next).href);
    });
  }

  it('keeps the requested path, whatever the case of its digits in the answer', () => {
    const next = `https://API.example:8443${path.replace('abcdef', 'ABCDEF')}?Page=1#x`;
    assert.equal(nextPageUrl(next, first).href, `https://api.example:8443${path}?Page=1`);
  });

  for (const next of [
    `https://example.com:8443${path}?Page=1`,
    `https://api.example.example.com:8443${path}?Page=1`,
    `https://api.example${path}?Page=1`,
    `http://api.example:8443${path}?Page=1`,
    `https://api.example:8443@example.com${path}?Page=1`,
    `https://user@api.example:8443${path}?Page=1`,
    `https://:secret@api.example:8443${path}?Page=1`,
    `https://api.example:8443${path}/WT0123456789abcdef0123456789abcdef?Page=1`,
    `https://api.example:8443${path}/../Workers?Page=1`,
    `https://api.example:8443${path.replace('/proxy', '')}?Page=1`,
    `https://api.example:8443${path.replace('WS0', 'WS1')}?Page=1`,
    `https://api.example:8443/${path}?Page=1`,
    `https://api.example:8443${path}/?Page=1`,
    `https://api.example:8443${path.replace('Tasks', 'T%61sks')}?Page=1`,
    `${path}?Page=1`,
    `//api.example:8443${path}?Page=1`,
    '?Page=1',
    `javascript:https://api.example:8443${path}`,
    `https://api.example:port${path}`,
    'null',
    '',
  ]) {
    it(`does not lead to ${JSON.stringify(next)}`, () => {
      assert.throws(
        () => nextPageUrl(next, first),
        (error) => {
          const failure = { kind: 'unexpectedAnswer', host: 'api.example:8443' };
          assert.deepEqual(asFailure(error), failure);
          return true;
        },
      );
    });
  }
});
