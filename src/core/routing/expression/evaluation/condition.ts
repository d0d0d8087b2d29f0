import type { Operator } from '../syntax/expression.ts';
import { compareNumbers, isNumber } from './decimal.ts';
import type { RoutingValue } from './routingValue.ts';
import type { RuleCode } from './rule.ts';
import { FALSE, negated, TRUE, uncertain, verdictOf, type Verdict } from './verdict.ts';

/** A value that a condition meets. */
export interface Met {
  readonly value: RoutingValue;
  /** Whether it stands in the expression itself, and is no key. */
  readonly constant: boolean;
}

/** What an operator says of two values, and the rules that it follows from unless it is plain. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rules: readonly RuleCode[];
}

/** What is documented, recorded or relied on is decided; what no source says is uncertain. */
export function judge(operator: Operator, left: Met, right: Met): Judgement {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return different(left, right);
    case '>':
    case '>=':
    case '<':
    case '<=':
      return ordered(operator, left, right);
    case 'CONTAINS':
      return contains(left.value, right.value);
    case 'HAS':
      return memberOf(left, right);
    case 'IN':
      return memberOf(right, left);
    case 'NOT IN':
      return notMemberOf(right, left);
    case 'NOT HAS':
      return negatedJudgement(memberOf(left, right));
    case 'NOT CONTAINS':
      return negatedJudgement(contains(left.value, right.value));
  }
}

function equal(left: Met, right: Met): Judgement {
  const [one, other] = [left.value, right.value];
  if (one.type === 'unknown' || other.type === 'unknown') return by(uncertain());
  if (one.type === 'array' || other.type === 'array') return by(FALSE, 'scalarOnArray');
  if (one.type === 'object' || other.type === 'object') {
    return by(uncertain('false'), 'objectCompared');
  }
  if (one.type === 'null' && other.type === 'null') {
    const isKnown = left.constant !== right.constant;
    return isKnown ? by(TRUE, 'nullIsNull') : by(uncertain('true'), 'nullBoth');
  }
  if (one.type === 'null' || other.type === 'null') return by(FALSE, 'nullIsNoValue');
  if (one.type !== other.type) return by(mixedTypes(one.text, other.text), 'mixedTypes');
  if (one.text === other.text) return by(TRUE);
  if (one.type === 'number') {
    const isSame = compareNumbers(one.text, other.text) === 0;
    return isSame ? by(uncertain('true'), 'numberSpelling') : by(FALSE);
  }
  return one.text.toLowerCase() === other.text.toLowerCase()
    ? by(uncertain('false'), 'letterCase')
    : by(FALSE);
}

function mixedTypes(one: string, other: string): Verdict {
  if (isNumber(one) && isNumber(other)) {
    return uncertain(compareNumbers(one, other) === 0 ? 'true' : 'false');
  }
  return one === other ? uncertain() : uncertain('false');
}

function different(left: Met, right: Met): Judgement {
  const types = [left.value.type, right.value.type];
  if (types.includes('array') && types.includes('null')) {
    return by(uncertain('true'), 'arrayNotNull');
  }
  const { verdict, rules } = equal(left, right);
  if (rules.includes('scalarOnArray')) return by(FALSE, 'scalarOnArray');
  if (!rules.includes('nullIsNoValue')) return { verdict: negated(verdict), rules };
  // `x != null` is plain for an x that is there.
  const isNullWritten = [left, right].some(
    ({ value, constant }) => constant && value.type === 'null',
  );
  return isNullWritten ? by(TRUE) : by(TRUE, 'nullDiffers');
}

type Order = '>' | '>=' | '<' | '<=';

function ordered(operator: Order, left: Met, right: Met): Judgement {
  const [one, other] = [left.value, right.value];
  if (one.type === 'unknown' || other.type === 'unknown') return by(uncertain());
  if (one.type === 'array' || other.type === 'array') return by(FALSE, 'scalarOnArray');
  if (one.type === 'object' || other.type === 'object') {
    return by(uncertain('false'), 'objectCompared');
  }
  if (one.type === 'null' || other.type === 'null') return by(uncertain('false'), 'nullCompared');
  if (one.type === 'boolean' || other.type === 'boolean') return by(uncertain(), 'mixedTypes');
  const areNumbers = isNumber(one.text) && isNumber(other.text);
  const byNumber = verdictOf(fits(operator, compareNumbers(one.text, other.text)));
  if (one.type === 'number' && other.type === 'number') return by(byNumber);
  if (one.type === 'string' && other.type === 'string') {
    const order = one.text < other.text ? -1 : Number(one.text > other.text);
    const byText = verdictOf(fits(operator, order)).outcome;
    const isOpen = areNumbers && byText !== byNumber.outcome;
    return by(uncertain(isOpen || byText === 'uncertain' ? undefined : byText), 'textOrder');
  }
  if (!areNumbers) return by(uncertain('false'), 'mixedTypes');
  // Documented is text in attributes, beside a number in the expression.
  const text = one.type === 'string' ? left : right;
  if (!text.constant) return by(byNumber, 'textAsNumber');
  return by(uncertain(byNumber.outcome === 'true' ? 'true' : 'false'), 'mixedTypes');
}

function fits(operator: Order, order: number): boolean {
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

function contains(one: RoutingValue, other: RoutingValue): Judgement {
  if (one.type === 'unknown' || other.type === 'unknown') return by(uncertain());
  if (one.type === 'array' || other.type === 'array') return by(FALSE, 'scalarOnArray');
  if (one.type === 'object' || other.type === 'object') {
    return by(uncertain('false'), 'objectCompared');
  }
  if (one.type === 'null' || other.type === 'null') return by(uncertain('false'), 'nullCompared');
  const isIn = one.text.includes(other.text);
  if (one.type !== 'string' || other.type !== 'string') {
    return by(uncertain(isIn ? 'true' : 'false'), 'mixedTypes');
  }
  if (isIn) return by(TRUE);
  const isInFolded = one.text.toLowerCase().includes(other.text.toLowerCase());
  return isInFolded ? by(uncertain('false'), 'letterCase') : by(FALSE);
}

function memberOf(list: Met, item: Met): Judgement {
  const [whole, one] = [list.value, item.value];
  if (whole.type === 'unknown' || one.type === 'unknown') return by(uncertain());
  if (whole.type === 'object' || one.type === 'object') {
    return by(uncertain('false'), 'objectCompared');
  }
  if (one.type === 'array') return by(uncertain('false'), 'arraySide');
  if (whole.type === 'null') {
    return one.type === 'null' ? by(uncertain('false'), 'nullBoth') : by(FALSE, 'nullInNoList');
  }
  if (whole.type !== 'array') return by(FALSE, 'arrayOnScalars');
  if (one.type === 'null') {
    const hasNull = whole.items.some(({ type }) => type === 'null' || type === 'unknown');
    return hasNull ? by(uncertain('true'), 'nullCompared') : by(FALSE, 'nullInNoList');
  }
  return among(list, whole.items, item);
}

function among(list: Met, items: readonly RoutingValue[], item: Met): Judgement {
  let doubtful: Judgement | undefined;
  for (const value of items) {
    // An array in an array equals no scalar.
    const found = equal({ value, constant: list.constant }, item);
    if (found.verdict.outcome === 'true') return found;
    if (found.verdict.outcome !== 'uncertain') continue;
    // However types compare, 3 is not 'a'.
    if (found.rules.includes('mixedTypes') && found.verdict.likely === 'false') continue;
    if (doubtful === undefined || found.verdict.likely === 'true') doubtful = found;
  }
  return doubtful ?? by(FALSE);
}

function notMemberOf(list: Met, item: Met): Judgement {
  const { verdict, rules } = memberOf(list, item);
  if (rules.includes('arrayOnScalars')) return by(FALSE, 'arrayOnScalars');
  if (rules.includes('nullInNoList')) return by(uncertain('true'), 'nullNotIn');
  return { verdict: negated(verdict), rules };
}

function negatedJudgement({ verdict, rules }: Judgement): Judgement {
  return { verdict: negated(verdict), rules };
}

function by(verdict: Verdict, ...rules: readonly RuleCode[]): Judgement {
  return { verdict, rules };
}
