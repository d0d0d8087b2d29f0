import {
  describeDoubt,
  describeFault,
  type ExpressionDoubt,
  type ExpressionFault,
} from '../syntax/expressionFault.ts';
import { message, type Message } from '../../../messages/message.ts';
import { describeRule } from './describeRule.ts';
import type { ReadingDoubt } from './routingValues.ts';
import { RULES, type Evidence, type RuleCode } from './rule.ts';

/** A value as a reason shows it, with the key that it was read by. */
export interface ShownValue {
  readonly path?: string;
  /** As an expression writes it. */
  readonly value: string;
}

export type Relation = 'is' | 'has' | 'in' | 'contains' | 'compares';

/** Why an expression has its outcome, as data. */
export type Reason =
  /** A condition of constants, such as `1 == 1`. */
  | { readonly kind: 'constant'; readonly clause: string; readonly isTrue: boolean }
  /** The values that were met and how they stand to each other. */
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly holds: boolean;
      readonly operator: string;
      readonly left: ShownValue;
      readonly right: ShownValue;
    }
  /** A value that was met, where a rule says what follows. */
  | { readonly kind: 'value'; readonly path: string; readonly value: string }
  | { readonly kind: 'rule'; readonly rule: RuleCode; readonly operator: string }
  | { readonly kind: 'reading'; readonly doubt: ReadingDoubt; readonly path: string }
  | { readonly kind: 'doubt'; readonly doubt: ExpressionDoubt }
  | { readonly kind: 'fault'; readonly fault: ExpressionFault }
  | { readonly kind: 'notJson' };

/** What a reason rests on; undefined for the plain meaning of an expression. */
export function evidenceOf(reason: Reason): Evidence | undefined {
  switch (reason.kind) {
    case 'rule':
      return RULES[reason.rule];
    case 'reading':
    case 'doubt':
      return 'undocumented';
    case 'fault':
      return reason.fault.code === 'hyphenatedKey' ? 'recorded' : undefined;
    case 'constant':
    case 'relation':
    case 'value':
    case 'notJson':
      return undefined;
  }
}

/**
 * One sentence.
 *
 * @param show what is shown of a value, which is as an expression writes it: cut, or masked
 */
export function describeReason(reason: Reason, show: (value: string) => string): Message {
  switch (reason.kind) {
    case 'constant':
      return reason.isTrue
        ? message('`{0}` is always true', reason.clause)
        : message('`{0}` is always false', reason.clause);
    case 'relation':
      return describeRelation(reason, show);
    case 'value':
      return message('`{0}` is {1}', reason.path, show(reason.value));
    case 'rule':
      return describeRule(reason.rule, reason.operator);
    case 'reading':
      return describeReading(reason.doubt, reason.path);
    case 'doubt':
      return describeDoubt(reason.doubt);
    case 'fault':
      return describeFault(reason.fault);
    case 'notJson':
      return message('The values are not JSON.');
  }
}

function describeRelation(
  { relation, holds, operator, left, right }: Extract<Reason, { kind: 'relation' }>,
  show: (value: string) => string,
): Message {
  const other = named(right, show);
  const one = named(left, show);
  switch (relation) {
    case 'is': {
      const [key, value] = [left.path ?? '', show(left.value)];
      if (!holds) return message('`{0}` is {1}, not {2}', key, value, other);
      return right.path === undefined
        ? message('`{0}` is {1}', key, value)
        : message('`{0}` is {1}, as is `{2}`', key, value, right.path);
    }
    case 'has':
      return holds
        ? message('{0} has {1}', one, other)
        : message('{0} does not have {1}', one, other);
    case 'in':
      return holds
        ? message('{0} is in {1}', one, other)
        : message('{0} is not in {1}', one, other);
    case 'contains':
      return holds
        ? message('{0} contains {1}', one, other)
        : message('{0} does not contain {1}', one, other);
    case 'compares':
      return holds
        ? message('{0} is {1} {2}', one, operator, other)
        : message('{0} is not {1} {2}', one, operator, other);
  }
}

function named({ path, value }: ShownValue, show: (value: string) => string): string {
  return path === undefined ? show(value) : `\`${path}\` (${show(value)})`;
}

function describeReading(doubt: ReadingDoubt, path: string): Message {
  switch (doubt) {
    case 'pastEnd':
      return message('Twilio does not document an index after the last element: `{0}`.', path);
    case 'noMember':
      return message(
        'Twilio does not document what `{0}` is here: the value has no members.',
        path,
      );
    case 'otherCase':
      return message(
        '`{0}` is missing, but another key differs only in case. Twilio does not document whether case matters.',
        path,
      );
    case 'unprefixed':
      return message(
        'A key needs `task.` or `worker.` before it in a target (documented). What `{0}` is without one, Twilio does not say.',
        path,
      );
    case 'foreign':
      return message('`{0}` is not documented for this kind of expression.', path);
    case 'unknownName':
      return message('`{0}` is not a documented name.', path);
    case 'notGiven':
      return message('The value of `{0}` is not known.', path);
    case 'time':
      return message('`{0}` depends on the time of evaluation.', path);
    case 'hole':
      return message('{0} is a placeholder. Its value is not known.', path);
  }
}
