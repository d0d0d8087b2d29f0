import type { ExpressionScope } from '../names/expressionScope.ts';
import type { Comparison, ExpressionHole, Operand, Operator } from '../syntax/expression.ts';
import { printComparison, printOperand } from '../syntax/printExpression.ts';
import { judge, type Judgement, type Met } from './condition.ts';
import type { ClauseTrace } from './evaluation.ts';
import type { Reason, Relation, ShownValue } from './reason.ts';
import { printValue, UNKNOWN_VALUE, valueOfConstant } from './routingValue.ts';
import type { Reading, RoutingValues } from './routingValues.ts';
import type { RuleCode } from './rule.ts';
import { doubted, uncertain, type Verdict } from './verdict.ts';

/** Rules after which it still says what was met. */
const NOTES: readonly RuleCode[] = [
  ...(['nullIsNoValue', 'nullInNoList', 'textAsNumber'] as const),
  ...(['hyphenInValue', 'capacityExample'] as const),
];

/** An operand with what it stands for. */
interface Side extends Met {
  readonly operand: Operand;
  readonly doubt?: Reading['doubt'];
}

export function traceClause(
  clause: Comparison | ExpressionHole,
  values: RoutingValues,
): ClauseTrace {
  if (clause.kind === 'hole') {
    return { clause, ...uncertain(), reasons: [holeReason(clause.text)] };
  }
  const { name } = clause.operator;
  const [left, right] = [sideOf(clause.left, values), sideOf(clause.right, values)];
  if (name === 'hole' || name === 'missing') {
    return { clause, ...uncertain(), reasons: [holeReason(clause.operator.text)] };
  }
  const { verdict, rules } = judgeSides(name, left, right, values);
  const doubts = [left, right].flatMap((side) => doubtReasons(side));
  const final = doubts.length > 0 ? doubted(verdict) : verdict;
  const notes = notesOn(name, left, right, final, values.scope);
  const all = [...rules, ...notes].map((rule): Reason => ({ kind: 'rule', rule, operator: name }));
  const met = metReasons(clause, name, left, right, final, rules);
  return { clause, ...final, reasons: [...met, ...all, ...doubts] };
}

/** The verdict alone: the same as that of {@link traceClause}, without reasons. */
export function judgeClause(clause: Comparison | ExpressionHole, values: RoutingValues): Verdict {
  if (clause.kind === 'hole') return uncertain();
  const { name } = clause.operator;
  if (name === 'hole' || name === 'missing') return uncertain();
  const [left, right] = [sideOf(clause.left, values), sideOf(clause.right, values)];
  const { verdict } = judgeSides(name, left, right, values);
  const isDoubtful = [left, right].some((side) => doubtReasons(side).length > 0);
  return isDoubtful ? doubted(verdict) : verdict;
}

function sideOf(operand: Operand, values: RoutingValues): Side {
  if (operand.kind === 'path') return { operand, constant: false, ...values.read(operand) };
  if (operand.kind === 'list') {
    const items = operand.items.map((item) => sideOf(item, values));
    const doubt = items.find((item) => item.doubt !== undefined)?.doubt;
    const value = { type: 'array', items: items.map((item) => item.value) } as const;
    return { operand, constant: true, value, ...(doubt && { doubt }) };
  }
  return { operand, constant: true, value: valueOfConstant(operand) ?? UNKNOWN_VALUE };
}

function judgeSides(operator: Operator, left: Side, right: Side, values: RoutingValues): Judgement {
  const plain = judge(operator, left, right);
  const { operand } = left;
  const isQuotedKey =
    operand.kind === 'string' &&
    right.constant &&
    (values.scope === 'task' || values.scope === 'worker') &&
    values.hasKey(operand.value);
  if (!isQuotedKey) return plain;
  const path = { ...operand, kind: 'path', holed: false } as const;
  const asKey = judge(
    operator,
    { ...values.read({ ...path, text: operand.value }), constant: false },
    right,
  );
  const isSame =
    plain.verdict.outcome === asKey.verdict.outcome && plain.verdict.outcome !== 'uncertain';
  return { verdict: isSame ? plain.verdict : uncertain(), rules: ['quotedKey'] };
}

function doubtReasons({ operand, doubt }: Side): readonly Reason[] {
  const reasons: Reason[] = [];
  const texts =
    operand.kind === 'list' ? operand.items.filter(isUnknown) : [operand].filter(isUnknown);
  for (const text of texts) reasons.push(holeReason(printOperand(text)));
  if (doubt !== undefined) reasons.push({ kind: 'reading', doubt, path: printOperand(operand) });
  const isCapital =
    (operand.kind === 'boolean' || operand.kind === 'null') &&
    operand.text !== operand.text.toLowerCase();
  if (isCapital) {
    const { offset, length, text } = operand;
    reasons.push({ kind: 'doubt', doubt: { code: 'capitalConstant', offset, length, text } });
  }
  return reasons;
}

/** Whether what is not known is a placeholder, or has one in it; that of a key is a doubt already. */
function isUnknown(operand: Operand): boolean {
  return operand.kind === 'hole' || (operand.kind === 'string' && operand.holed);
}

function holeReason(text: string): Reason {
  return { kind: 'reading', doubt: 'hole', path: text };
}

/** What sources contradict each other about, though the arithmetic is clear. */
function notesOn(
  operator: Operator,
  left: Side,
  right: Side,
  verdict: Verdict,
  scope: ExpressionScope,
): RuleCode[] {
  const notes: RuleCode[] = [];
  const paths = [left, right].flatMap(({ operand }) => (operand.kind === 'path' ? [operand] : []));
  const isCapacity = paths.some(({ text }) => text.endsWith('.available_capacity_percentage'));
  if (isCapacity && (operator === '<' || operator === '<=')) notes.push('capacityExample');
  const isOfWorker = scope === 'worker' || paths.some(({ text }) => text.startsWith('worker.'));
  const hyphened = [left, right].some(
    ({ operand }) => operand.kind === 'string' && /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(operand.value),
  );
  if (verdict.outcome === 'true' && isOfWorker && hyphened) notes.push('hyphenInValue');
  return notes;
}

function metReasons(
  clause: Comparison,
  operator: Operator,
  left: Side,
  right: Side,
  verdict: Verdict,
  rules: readonly RuleCode[],
): readonly Reason[] {
  const decides = verdict.outcome !== 'uncertain';
  if (left.constant && right.constant) {
    const reason = { kind: 'constant', clause: printComparison(clause) } as const;
    return decides ? [{ ...reason, isTrue: verdict.outcome === 'true' }] : [];
  }
  if (!decides || rules.some((rule) => !NOTES.includes(rule))) {
    return [left, right].flatMap(({ operand, value }) =>
      operand.kind === 'path' && value.type !== 'unknown'
        ? [{ kind: 'value', path: operand.text, value: printValue(value) } as const]
        : [],
    );
  }
  const isTrue = verdict.outcome === 'true';
  const [relation, isNegated] = RELATIONS[operator];
  const isSwapped = relation === 'is' && left.constant;
  const [one, other] = isSwapped ? [right, left] : [left, right];
  return [
    {
      ...{ kind: 'relation', relation, operator },
      holds: isTrue !== isNegated,
      left: shown(one),
      right: shown(other),
    },
  ];
}

const RELATIONS: Readonly<Record<Operator, readonly [relation: Relation, isNegated: boolean]>> = {
  '==': ['is', false],
  '!=': ['is', true],
  '>': ['compares', false],
  '>=': ['compares', false],
  '<': ['compares', false],
  '<=': ['compares', false],
  CONTAINS: ['contains', false],
  'NOT CONTAINS': ['contains', true],
  HAS: ['has', false],
  'NOT HAS': ['has', true],
  IN: ['in', false],
  'NOT IN': ['in', true],
};

function shown({ operand, value }: Side): ShownValue {
  if (operand.kind === 'path') return { path: operand.text, value: printValue(value) };
  return { value: printValue(value) };
}
