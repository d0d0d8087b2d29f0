import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findInExpression } from '../../../../src/core/routing/expression/analysis/expressionFindings.ts';
import { evaluateText } from '../../../../src/core/routing/expression/evaluation/evaluateText.ts';
import { EXPRESSION_SCOPES } from '../../../../src/core/routing/expression/names/expressionScope.ts';
import { parseOrderBy } from '../../../../src/core/routing/expression/orderBy.ts';
import { contextAt } from '../../../../src/core/routing/expression/syntax/expressionContext.ts';
import {
  parseExpression,
  type ParsedExpression,
} from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import { printExpression } from '../../../../src/core/routing/expression/syntax/printExpression.ts';
import { anyText } from '../../../support/json/jsonTexts.ts';

const KEYS = ['ka', 'kb', 'kc.kd', 'ke[0]', 'kf'] as const;
const key = fc.constantFrom(...KEYS);
const constant = fc.oneof(
  fc.constantFrom("'x'", '"y"', '"it\'s"', '1', '2.50', 'true', 'false', 'null'),
  fc
    .string({ unit: fc.constantFrom('a', 'Z', ' ', '-', '(', 'AND', '=', ','), maxLength: 5 })
    .map((text) => `'${text}'`),
);
const list = fc.array(constant, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
const comparison = fc.oneof(
  fc
    .tuple(key, fc.constantFrom('==', '=', '!=', '>', '<=', 'CONTAINS', 'has', '>-'), constant)
    .map((parts) => parts.join(' ')),
  fc.tuple(key, fc.constantFrom('IN', 'not in', '<-'), list).map((parts) => parts.join(' ')),
  fc.tuple(constant, fc.constantFrom('IN', '==', '<'), key).map((parts) => parts.join(' ')),
  fc.tuple(key, fc.constantFrom('==', '!=', 'HAS'), key).map((parts) => parts.join(' ')),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparison,
    fc
      .tuple(tie('expression'), fc.constantFrom('AND', 'OR', 'and'), tie('expression'), fc.nat(3))
      .map(
        ([one, word, other, form]) =>
          [
            `(${one}) ${word} (${other})`,
            `${one} ${word} ${other}`,
            `(${one} ${word} ${other})`,
            `${one} ${word} ((${other}))`,
          ][form] ?? one,
      ),
  ),
}));

const value = fc.oneof(
  fc.constantFrom<unknown>('x', 'y', 'X', '1', 1, 2.5, true, null, ['x', 1], {}),
  fc.constant(undefined),
);
const values = fc
  .record({ ka: value, kb: value, kd: value, ke: fc.array(value, { maxLength: 2 }), kf: value })
  .map(({ ka, kb, kd, ke, kf }) => ({ ka, kb, kc: { kd }, ke, kf }));

/** A tree without places, to be compared. */
function shapeOf({ root }: ParsedExpression): unknown {
  const skipped = new Set(['offset', 'length', 'text', 'value', 'escaped']);
  return JSON.parse(
    JSON.stringify(root ?? null, function (this: { kind?: string; text?: string }, name, inner) {
      if (name === 'value' || (name === 'text' && this.kind !== 'string' && this.kind)) {
        return inner as unknown;
      }
      return skipped.has(name) ? undefined : (inner as unknown);
    }),
  ) as unknown;
}

function assertWithin(parsed: ParsedExpression): void {
  const { text, tokens, faults, doubts, root } = parsed;
  const found = EXPRESSION_SCOPES.flatMap((scope) => findInExpression(parsed, scope));
  const fixes = [...faults, ...doubts].flatMap(({ fix }) => fix ?? []);
  const spans = [...tokens, ...faults, ...doubts, ...found, ...fixes, ...(root ? [root] : [])];
  for (const { offset, length } of [...spans, ...found.flatMap((one) => one.fixes)]) {
    assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, text);
  }
  let end = 0;
  for (const token of tokens) {
    assert.ok(token.offset >= end && token.length > 0);
    assert.equal(token.text, text.slice(token.offset, token.offset + token.length));
    assert.match(text.slice(end, token.offset), /^[ \t\r\n\f]*$/);
    end = token.offset + token.length;
  }
}

describe('Expressions of any shape', () => {
  it('are printed so that they are read as the same tree', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const parsed = parseExpression(text);
        assert.deepEqual(parsed.faults, [], text);
        assert.ok(parsed.root);
        const printed = printExpression(parsed.root);
        const again = parseExpression(printed);
        assert.deepEqual(again.faults, [], printed);
        assert.deepEqual(shapeOf(again), shapeOf(parsed));
        assert.equal(again.root && printExpression(again.root), printed);
      }),
      { numRuns: 300 },
    );
  });

  it('never throw nor mark outside of the text, whatever is cut out or doubled', () => {
    const part = fc.tuple(expression, fc.nat(60), fc.nat(12), fc.nat(2));
    fc.assert(
      fc.property(part, ([text, start, length, times]) => {
        const piece = text.slice(start, start + length).repeat(times);
        const parsed = parseExpression(text.slice(0, start) + piece + text.slice(start + length));
        assertWithin(parsed);
        for (const scope of EXPRESSION_SCOPES) evaluateText(parsed.text, scope, '{"ka":[1]}');
        parseOrderBy(parsed.text);
        if (parsed.faults.length > 0 || parsed.root === undefined) return;
        assert.deepEqual(parseExpression(printExpression(parsed.root)).faults, []);
      }),
      { numRuns: 500 },
    );
  });

  it('never throw for any text', () => {
    const unit = fc.constantFrom(
      ...[
        "'",
        '"',
        '(',
        ')',
        '[',
        ']',
        ',',
        '=',
        '!',
        '<',
        '>',
        '-',
        '.',
        '$',
        '{',
        '}',
        '%',
        '\\',
      ],
      ...[' ', 'a', '1', 'AND', ' OR ', 'NOT ', ' IN ', 'null', '“', '😀', '\ud83d', '*', '&&'],
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 40 }), anyText), fc.nat(40), (text, at) => {
        const parsed = parseExpression(text);
        assertWithin(parsed);
        const { replaced } = contextAt(parsed, at);
        assert.ok(at > text.length || replaced.offset + replaced.length <= text.length);
        for (const scope of EXPRESSION_SCOPES) evaluateText(text, scope, '{}');
      }),
      { numRuns: 2000 },
    );
  });

  it('have the same outcome in parentheses, and in one form', () => {
    fc.assert(
      fc.property(expression, values, (text, attributes) => {
        const json = JSON.stringify(attributes);
        const { root } = parseExpression(text);
        assert.ok(root);
        const plain = evaluateText(text, 'task', json);
        const wrapped = evaluateText(`(${text})`, 'task', json);
        const printed = evaluateText(printExpression(root), 'task', json);
        for (const other of [wrapped, printed]) {
          assert.equal(other.outcome, plain.outcome);
          assert.equal(other.likely, plain.likely);
        }
        assert.deepEqual(wrapped.reasons, plain.reasons);
      }),
      { numRuns: 500 },
    );
  });

  it('have the same outcome under other names of keys', () => {
    fc.assert(
      fc.property(expression, values, (text, attributes) => {
        const json = JSON.stringify(attributes);
        const rename = (before: string) => before.replace(/\bk([a-f])\b/g, 'renamed_$1');
        const one = evaluateText(text, 'task', json);
        const other = evaluateText(rename(text), 'task', rename(json));
        assert.deepEqual([other.outcome, other.likely], [one.outcome, one.likely]);
        assert.deepEqual(other.reasons, one.reasons.map(rename));
      }),
      { numRuns: 500 },
    );
  });

  it('are not decided otherwise by more that is known', () => {
    fc.assert(
      fc.property(expression, values, (text, attributes) => {
        const open = text.replace(/\bka\b/g, '${hole}');
        const before = evaluateText(open, 'task', JSON.stringify(attributes)).outcome;
        if (before === 'uncertain' || before === 'invalid') return;
        const after = evaluateText(text, 'task', JSON.stringify(attributes)).outcome;
        assert.equal(after, before);
      }),
      { numRuns: 500 },
    );
  });
});
