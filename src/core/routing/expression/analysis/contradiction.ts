import { compareNumbers } from '../evaluation/decimal.ts';
import { valueOfConstant, type RoutingValue } from '../evaluation/routingValue.ts';
import type { Comparison, Expression, Operand } from '../syntax/expression.ts';
import { spanOf, type Span } from '../syntax/span.ts';

/** Lists longer than this are not compared element by element. */
const MAX_COMPARED = 50;

type Compared = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'IN' | 'NOT IN';

/** A key with the constants that it is compared with. */
interface KeyTest {
  readonly key: string;
  readonly operator: Compared;
  readonly values: readonly RoutingValue[];
  readonly term: Span;
}

/** Two conditions on one key: with AND never true together, with OR always true. */
export interface Contradiction extends Span {
  readonly key: string;
}

/** Finds the first two conditions joined by `word` that leave no choice. */
export function findContradiction(
  word: 'AND' | 'OR',
  terms: readonly Expression[],
): Contradiction | undefined {
  const repeated = repeatedKeys(terms);
  if (repeated.size === 0) return undefined;
  const byKey = new Map<string, KeyTest[]>();
  for (const term of terms) {
    if (term.kind !== 'comparison' || !repeated.has(keyOf(term) ?? '')) continue;
    const test = keyTestOf(term);
    if (test === undefined) continue;
    const before = byKey.get(test.key) ?? [];
    const other = before.find((one) =>
      word === 'AND' ? excludeEachOther(one, test) : leaveNothing(one, test),
    );
    if (other !== undefined) return { key: test.key, ...spanOf(other.term, test.term) };
    // The first of each operator is enough, and keeps this from taking the square of the time.
    if (!before.some(({ operator }) => operator === test.operator)) before.push(test);
    byKey.set(test.key, before);
  }
  return undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Nearly all chains have none, and nothing more to look at. */
function repeatedKeys(terms: readonly Expression[]): ReadonlySet<string> {
  let first: string | undefined;
  let seen: Set<string> | undefined;
  let repeated: Set<string> | undefined;
  for (const term of terms) {
    const key = term.kind === 'comparison' ? keyOf(term) : undefined;
    if (key === undefined) continue;
    if (first === undefined) first = key;
    else if (key === first || seen?.has(key)) repeated = (repeated ?? new Set()).add(key);
    else seen = (seen ?? new Set()).add(key);
  }
  return repeated ?? NONE;
}

function keyOf({ left, right }: Comparison): string | undefined {
  if (left.kind === 'path') return left.text;
  return right.kind === 'path' ? right.text : undefined;
}

const SWAPPED: Partial<Record<string, Compared>> = {
  ...{ '==': '==', '!=': '!=', '>': '<', '>=': '<=', '<': '>', '<=': '>=' },
};

function keyTestOf(term: Comparison): KeyTest | undefined {
  const { left, operator, right } = term;
  const { name } = operator;
  const isSwapped = left.kind !== 'path';
  const [path, constant] = isSwapped ? [right, left] : [left, right];
  if (path.kind !== 'path' || path.holed) return undefined;
  const values = constantsOf(constant);
  if (values === undefined) return undefined;
  const span = { key: path.text, values, term: spanOf(term) };
  const isList = constant.kind === 'list';
  if (name === 'IN' || name === 'NOT IN') {
    return isList && !isSwapped ? { ...span, operator: name } : undefined;
  }
  const compared = isSwapped ? SWAPPED[name] : SWAPPED[SWAPPED[name] ?? ''];
  return compared === undefined || isList ? undefined : { ...span, operator: compared };
}

function constantsOf(operand: Operand): readonly RoutingValue[] | undefined {
  const value = valueOfConstant(operand);
  const values = value?.type === 'array' ? value.items : value && [value];
  if (values === undefined || values.length > MAX_COMPARED) return undefined;
  return values.some(({ type }) => type === 'unknown') ? undefined : values;
}

function excludeEachOther(one: KeyTest, other: KeyTest): boolean {
  return excludes(one, other) || excludes(other, one);
}

/** Whether each value that `one` allows is refused by `other`. */
function excludes(one: KeyTest, other: KeyTest): boolean {
  if (one.operator === '==' || one.operator === 'IN') {
    return one.values.length > 0 && one.values.every((value) => refuses(other, value));
  }
  const [bound, otherBound] = [one.values[0], other.values[0]];
  if (bound?.type !== 'number' || otherBound?.type !== 'number') return false;
  const order = compareNumbers(bound.text, otherBound.text);
  const isLower = one.operator === '>' || one.operator === '>=';
  const isUpper = other.operator === '<' || other.operator === '<=';
  if (!isLower || !isUpper) return false;
  return order > 0 || (order === 0 && (one.operator === '>' || other.operator === '<'));
}

function refuses({ operator, values }: KeyTest, value: RoutingValue): boolean {
  switch (operator) {
    case '==':
    case 'IN':
      return values.every((one) => areDistinct(one, value));
    case '!=':
    case 'NOT IN':
      return values.some((one) => areSame(one, value));
    case '>':
    case '>=':
    case '<':
    case '<=':
      return isBeyond(operator, value, values[0]);
  }
}

function isBeyond(operator: Compared, value: RoutingValue, bound?: RoutingValue): boolean {
  if (value.type !== 'number' || bound?.type !== 'number') return false;
  const order = compareNumbers(value.text, bound.text);
  if (operator === '>') return order <= 0;
  if (operator === '>=') return order < 0;
  return operator === '<' ? order >= 0 : order > 0;
}

/** Whether two conditions joined by OR are true for every scalar, and for a missing key. */
function leaveNothing(one: KeyTest, other: KeyTest): boolean {
  const [a, b] = [one.values[0], other.values[0]];
  if (a === undefined || b === undefined) return false;
  if (one.operator === '!=' && other.operator === '!=') return areDistinct(a, b);
  const operators = [one.operator, other.operator];
  return operators.includes('==') && operators.includes('!=') && areSame(a, b);
}

function areSame(one: RoutingValue, other: RoutingValue): boolean {
  if (!('text' in one) || !('text' in other)) return one.type === 'null' && other.type === 'null';
  return one.type === other.type && one.text === other.text;
}

/** Not for what no source tells apart: text that differs in case, values of different types. */
function areDistinct(one: RoutingValue, other: RoutingValue): boolean {
  if (!('text' in one) || !('text' in other)) return one.type !== other.type;
  if (one.type !== other.type) return false;
  return one.type === 'number'
    ? compareNumbers(one.text, other.text) !== 0
    : one.text.toLowerCase() !== other.text.toLowerCase();
}
