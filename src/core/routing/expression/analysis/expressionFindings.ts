import type { ExpressionScope } from '../names/expressionScope.ts';
import {
  andGroupsOf,
  nodesOf,
  onlyWordOf,
  type Chain,
  type Comparison,
  type Operand,
  type OperatorUse,
  type StringConstant,
} from '../syntax/expression.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import { endOf, spanOf, type Span, type TextFix } from '../syntax/span.ts';
import { findContradiction } from './contradiction.ts';
import type { ExpressionFinding } from './expressionFinding.ts';
import { nameFinding } from './nameFindings.ts';
import { replaceOperator } from './replaceOperator.ts';

/** What is wrong with an expression beside its syntax, in the order of the text. */
export function findInExpression(
  { root, text }: ParsedExpression,
  scope: ExpressionScope,
): readonly ExpressionFinding[] {
  const findings: ExpressionFinding[] = [];
  for (const node of root === undefined ? [] : nodesOf(root)) {
    if (node.kind === 'comparison') {
      findNames(node.left, scope, findings);
      findNames(node.right, scope, findings);
      const finding = operandFinding(node, scope);
      if (finding !== undefined) findings.push(finding);
    } else if (node.kind === 'chain') {
      const finding = chainFinding(node, text);
      if (finding !== undefined) findings.push(finding);
    }
  }
  return findings.sort((one, other) => one.offset - other.offset);
}

function findNames(operand: Operand, scope: ExpressionScope, findings: ExpressionFinding[]): void {
  if (operand.kind === 'list') {
    for (const item of operand.items) {
      if (item.kind === 'path') findNames(item, scope, findings);
    }
  } else if (operand.kind === 'path') {
    const finding = nameFinding(operand, scope);
    if (finding !== undefined) findings.push(finding);
  }
}

function chainFinding(chain: Chain, text: string): ExpressionFinding | undefined {
  const word = onlyWordOf(chain);
  if (word === 'hole') return undefined;
  if (word === undefined) {
    const fixes = [parenthesesFor(chain, text)];
    return { code: 'mixedAndOr', severity: 'doubtful', text: '', fixes, ...spanOf(chain) };
  }
  const found = findContradiction(word, chain.terms);
  if (found === undefined) return undefined;
  const code = word === 'AND' ? 'neverTrue' : 'alwaysTrue';
  return { code, severity: 'certain', text: found.key, fixes: [], ...spanOf(found) };
}

/** Parentheses for the reading in which AND binds closer, which is that of most languages. */
function parenthesesFor(chain: Chain, text: string): TextFix {
  const [first = chain] = chain.terms;
  const whole = spanOf(first, chain.terms.at(-1));
  let [written, at] = ['', whole.offset];
  for (const group of andGroupsOf(chain)) {
    const [start = whole] = group;
    const end = endOf(group.at(-1) ?? start);
    const part = text.slice(start.offset, end);
    written += text.slice(at, start.offset) + (group.length > 1 ? `(${part})` : part);
    at = end;
  }
  return { ...whole, text: written };
}

function operandFinding(
  comparison: Comparison,
  scope: ExpressionScope,
): ExpressionFinding | undefined {
  const { left, operator, right } = comparison;
  if (isQuotedKey(left, right) && scope !== 'skipIf') {
    const fixes = [{ ...spanOf(left), text: left.value }];
    return { code: 'quotedKey', severity: 'doubtful', ...spanOf(left), text: left.text, fixes };
  }
  const { name } = operator;
  switch (name) {
    case 'hole':
    case 'missing':
      return undefined;
    case 'HAS':
    case 'NOT HAS':
      if (right.kind === 'list') return listOnWrongSide(operator);
      return isScalar(left) ? certain('listOperatorOnScalar', left, operator) : undefined;
    case 'IN':
    case 'NOT IN':
      if (left.kind === 'list') return listOnWrongSide(operator);
      if (!isScalar(right)) return undefined;
      return certain('listOperatorOnScalar', right, operator, {
        ...{ offset: right.offset, length: right.length, text: `[${right.text}]` },
      });
    case '==':
    case '!=':
      if (left.kind === 'list') return certain('scalarOperatorOnList', left, operator);
      if (right.kind !== 'list') return undefined;
      return certain(
        ...(['scalarOperatorOnList', right, operator] as const),
        replaceOperator(comparison, name === '==' ? 'IN' : 'NOT IN'),
      );
    case '>':
    case '>=':
    case '<':
    case '<=':
    case 'CONTAINS':
    case 'NOT CONTAINS': {
      const list = left.kind === 'list' ? left : right;
      return list.kind === 'list' ? certain('scalarOperatorOnList', list, operator) : undefined;
    }
  }
}

function isQuotedKey(left: Operand, right: Operand): left is StringConstant {
  return (
    left.kind === 'string' &&
    right.kind !== 'path' &&
    right.kind !== 'hole' &&
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(left.value) &&
    !left.holed
  );
}

type Scalar = Exclude<Operand, { kind: 'path' | 'list' | 'hole' | 'missing' }>;

function isScalar(operand: Operand): operand is Scalar {
  switch (operand.kind) {
    case 'string':
      return !operand.holed;
    case 'number':
    case 'boolean':
    case 'null':
      return true;
    case 'path':
    case 'list':
    case 'hole':
    case 'missing':
      return false;
  }
}

function listOnWrongSide(operator: OperatorUse): ExpressionFinding {
  const place = { text: operator.name, ...spanOf(operator) };
  return { code: 'listOnWrongSide', severity: 'doubtful', ...place, fixes: [] };
}

function certain(
  code: ExpressionFinding['code'],
  operand: Span,
  { name, ...operator }: OperatorUse,
  fix?: TextFix,
): ExpressionFinding {
  const fixes = fix === undefined ? [] : [fix];
  const [from, to] = operand.offset < operator.offset ? [operand, operator] : [operator, operand];
  return { code, severity: 'certain', ...spanOf(from, to), text: name, fixes };
}
