import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  matchInContext,
  sidInContextAt,
  findSidsInContext,
  MAX_CHARS_BEFORE_SID,
  type SidMatchInContext,
} from '../../../../src/core/sids/context/sidsInContext.ts';
import { findTaskDocumentSids } from '../../../../src/core/sids/context/taskFields.ts';
import { repairSid } from '../../../../src/core/sids/diagnose/sidProblem.ts';
import { isMisplaced, swappedSids } from '../../../../src/core/sids/diagnose/wrongSids.ts';
import { knownPrefixes } from '../../../../src/core/sids/scan/knownPrefixes.ts';
import { scanCandidates, scanSids, candidateAt } from '../../../../src/core/sids/scan/scanSids.ts';
import { anyCharacter } from '../../../support/json/jsonTexts.ts';

/** How far after its end the text can affect a match. */
const FARTHEST = 64;

const hex = (minLength: number, maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF')),
    minLength,
    maxLength,
  });

const sid = fc
  .tuple(fc.constantFrom(...knownPrefixes), hex(32, 32))
  .map(([prefix, digits]) => prefix + digits);

const nearMiss = fc
  .tuple(
    fc.constantFrom('WT', 'AC', 'ac', 'wt', 'ga', 'ZZ', 'GA', 'FX'),
    hex(28, 34),
    fc.constantFrom('', 'O', 'l', 'x', 'é'),
  )
  .map(([prefix, digits, wrong]) => prefix + wrong + digits);

const placeholder = fc
  .tuple(fc.constantFrom('WT', 'AC', 'FX', 'XX', 'ac'), fc.constantFrom('X', 'x'), fc.nat(64))
  .map(([prefix, x, count]) => prefix + x.repeat(count));

/** Texts that can be confused with a SID, and texts before one. */
const scrap = fc.constantFrom(
  ...Array.from('%_/+=\\[;{}<>()"\'`:-.,|? \n\t0aXé漢😀\u0301\u001b'),
  '%2F',
  '%25',
  '\\n',
  '\\u00e9',
  '\u001b[31m',
  '\\x1b[1;',
  '[0;',
  '/Tasks/',
  '/Workspaces/',
  'workspace_sid',
  '"taskSid": "',
  '.tasks("',
  '")',
  'str',
  '  "sid": "',
  '",\n',
);

const unicode = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

/** Any text, often with SIDs and similar words. */
const anyText = fc
  .array(
    fc.oneof(
      { arbitrary: scrap, weight: 6 },
      { arbitrary: sid, weight: 2 },
      { arbitrary: nearMiss, weight: 2 },
      { arbitrary: placeholder, weight: 1 },
      { arbitrary: fc.string({ unit: anyCharacter }), weight: 1 },
      { arbitrary: unicode, weight: 1 },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const letter = fc.constantFrom(
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
);

/** Two letters, usually a known prefix, and about as many characters as in a SID. */
const word = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...knownPrefixes),
      fc.constantFrom('ac', 'wt', 'wT', 'Fa', 'ga', 'Ga', 'ZZ', 'zz', 'QQ'),
      fc.tuple(letter, letter).map((letters) => letters.join('')),
    ),
    hex(27, 36),
    fc.array(fc.tuple(fc.nat(40), letter), { maxLength: 4 }),
  )
  .map(([prefix, digits, wrong]) => {
    const characters = Array.from(digits);
    for (const [at, character] of wrong) characters.splice(at % characters.length, 1, character);
    return prefix + characters.join('');
  });

/** The rule for near misses, implemented independently of the scan. */
function isNearMiss(text: string): boolean {
  const [, prefix = '', digits = ''] = /^([A-Za-z]{2})(\w{30,34})$/.exec(text) ?? [];
  const isKnown = knownPrefixes.has(prefix.toUpperCase());
  const isWhole = /^[0-9a-f]{32}$/i.test(digits);
  if (prefix === '' || (isWhole && knownPrefixes.has(prefix))) return false;
  if (prefix !== prefix.toUpperCase()) {
    return isKnown && isWhole && prefix !== 'ga' && prefix !== 'ff';
  }
  if (digits.replace(/[0-9a-f]/gi, '').length > 2) return false;
  const isHash = /^[0-9A-F]+$/.test(text);
  return !isHash && (isKnown || isWhole);
}

const endOf = ({ offset, text }: { readonly offset: number; readonly text: string }) =>
  offset + text.length;

describe('In any text', () => {
  it('finds a valid SID at its exact offset', () => {
    fc.assert(
      fc.property(anyText, sid, anyText, (before, expected, after) => {
        fc.pre(!/[A-Za-z0-9]$/.test(before) && !/^[A-Za-z0-9]/.test(after));
        const text = before + expected + after;
        const found = [...scanSids(text)].find(({ offset }) => offset === before.length);
        assert.equal(found?.kind, 'sid');
        assert.equal(found.text, expected);
        assert.equal(found.prefix, expected.slice(0, 2));
        assert.deepEqual(found.faults, []);
        const inspected = [...findSidsInContext(text)].find(
          ({ offset }) => offset === before.length,
        );
        assert.equal(inspected?.text, expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds matches from left to right, each once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const found of scanSids(text)) {
          assert.ok(found.offset >= end);
          end = endOf(found);
          assert.equal(text.slice(found.offset, end), found.text);
          assert.match(found.text, /^[A-Za-z0-9]{10,64}$/);
          assert.equal(found.faults.length > 0, found.kind === 'malformed');
          for (const fault of found.faults) {
            if (fault.kind !== 'notHex') continue;
            assert.equal(found.text.charAt(fault.position - 1), fault.character);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('classifies a separate word as a near miss by the rule alone', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...Array.from(' "\'<(-.:,;\n')), (text, around) => {
        const found = [...scanSids(`${around}${text}${around}`)].map(({ kind }) => kind);
        assert.deepEqual(found.includes('malformed'), isNearMiss(text));
        for (const touching of '_+/=é') {
          const kinds = [...scanSids(touching + text), ...scanSids(text + touching)];
          assert.ok(kinds.every(({ kind }) => kind !== 'malformed'));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same matches that end 64 characters before a cut', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, random) => {
        const cut = random % (text.length + 1);
        for (const find of [scanSids, findSidsInContext]) {
          const before = (whole: string) =>
            [...find(whole)].filter((found) => endOf(found) + FARTHEST <= cut);
          assert.deepEqual(before(text.slice(0, cut)), before(text));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds at an offset what scanning the whole text finds there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const runs = [...scanCandidates(text)];
        for (let offset = 0; offset <= text.length; offset++) {
          const expected = runs.find((run) => run.offset <= offset && offset <= endOf(run));
          assert.deepEqual(candidateAt(text, offset), expected, String(offset));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same context at an offset as in the whole text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = [...findSidsInContext(text)];
        const atPlaces = expected.map(({ offset }) => {
          const run = candidateAt(text, offset);
          return run && matchInContext(text, run);
        });
        assert.deepEqual(atPlaces, expected);
      }),
    );
  });

  it('finds the same context in a line as in the whole text, with any line ending', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const lines = `${first}\n${second}`.replaceAll('\r', '').split('\n');
        const lineAt = (line: number) => lines[line] ?? '';
        const starts: number[] = [];
        for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
        const inWhole = [...findSidsInContext(lines.join('\n'))];
        const inLines = inWhole.map(({ offset }) => {
          const line = starts.findIndex((start) => offset < start);
          const before = starts[line - 1] ?? 0;
          const found = sidInContextAt(lineAt, line, offset - before);
          return found && { ...found, offset: before + found.offset };
        });
        assert.deepEqual(inLines, inWhole);
        const withoutOffsets = (found: readonly SidMatchInContext[]) =>
          found.map((one) => ({ ...one, offset: 0 }));
        assert.deepEqual(
          withoutOffsets([...findSidsInContext(lines.join('\r\n'))]),
          withoutOffsets(inWhole),
        );
      }),
    );
  });

  it('does not depend on text farther before a SID than the limit', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (first, second, third) => {
        const text = first + second + third;
        for (const one of findSidsInContext(text)) {
          const start = Math.max(0, one.offset - MAX_CHARS_BEFORE_SID);
          const again = candidateAt(text.slice(start), one.offset - start);
          assert.ok(again);
          const expected = { ...one, offset: one.offset - start };
          assert.deepEqual(matchInContext(text.slice(start), again), expected);
        }
      }),
    );
  });

  it('finds every match that needs no context, with the same facts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inspected = new Map(Array.from(findSidsInContext(text), (one) => [one.offset, one]));
        for (const found of scanSids(text)) {
          const { context, ...rest } = inspected.get(found.offset) ?? ({} as SidMatchInContext);
          assert.deepEqual(rest, found);
          assert.notDeepEqual(context?.expected, []);
        }
      }),
    );
  });

  it('repairs only to well-formed SIDs of the expected kind, and pairs only matching ones', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = [...findSidsInContext(text)];
        for (const one of found) {
          const repaired = repairSid(one);
          if (repaired === undefined) continue;
          const [again] = scanSids(repaired);
          assert.deepEqual([again?.kind, again?.text], ['sid', repaired]);
          assert.equal(repaired.length, one.text.length);
        }
        const pairs = swappedSids(found);
        for (const [one, other] of pairs) {
          assert.equal(pairs.get(other), one);
          assert.ok(isMisplaced(one) && one.context?.expected.includes(other.prefix));
        }
      }),
    );
  });

  it('never throws, also for offsets outside the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, unicode), fc.integer(), (text, offset) => {
        for (const one of findTaskDocumentSids(text)) repairSid(one);
        for (const place of [offset, -1, text.length + 1, NaN, Infinity, 0.5]) {
          candidateAt(text, place);
        }
      }),
      { numRuns: 500 },
    );
  });
});
