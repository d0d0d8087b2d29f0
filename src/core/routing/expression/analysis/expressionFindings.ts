import type { ExpressionScope } from '../names/expressionScope.ts';
import {
  andGroupsOf,
  nodesOf,
  onlyWordOf,
  type Chain,
  type Comparison,
} from '../syntax/expression.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import { endOf, spanOf, type TextFix } from '../syntax/span.ts';
import { findContradiction } from './contradiction.ts';
import type { ExpressionFinding } from './expressionFinding.ts';
import { nameFindings } from './nameFindings.ts';

/** What is wrong with an expression beside its syntax, in the order of the text. */
export function findInExpression(
  { root, text }: ParsedExpression,
  scope: ExpressionScope,
): readonly ExpressionFinding[] {
  const findings: ExpressionFinding[] = [];
  for (const node of root === undefined ? [] : nodesOf(root)) {
    if (node.kind === 'comparison') {
      findings.push(...nameFindings(node, scope), ...operandFindings(node, scope));
    } else if (node.kind === 'chain') findings.push(...chainFindings(node, text));
  }
  return findings.sort((one, other) => one.offset - other.offset);
}

function chainFindings(chain: Chain, text: string): readonly ExpressionFinding[] {
  const word = onlyWordOf(chain);
  if (word === 'hole') return [];
  if (word === undefined) {
    const fixes = [parenthesesFor(chain, text)];
    return [{ code: 'mixedAndOr', severity: 'doubtful', text: '', fixes, ...spanOf(chain) }];
  }
  const found = findContradiction(word, chain.terms);
  if (found === undefined) return [];
  const code = word === 'AND' ? 'neverTrue' : 'alwaysTrue';
  return [{ code, severity: 'certain', text: found.key, fixes: [], ...spanOf(found) }];
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

function operandFindings(
  { left, operator, right }: Comparison,
  scope: ExpressionScope,
): readonly ExpressionFinding[] {
  const { name } = operator;
  const span = spanOf(left, right);
  const at = { text: name, ...spanOf(operator) };
  const isQuotedKey =
    left.kind === 'string' &&
    !left.holed &&
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(left.value) &&
    right.kind !== 'path' &&
    right.kind !== 'hole' &&
    scope !== 'skipIf';
  if (isQuotedKey) {
    const fixes = [{ ...spanOf(left), text: left.value }];
    return [{ code: 'quotedKey', severity: 'doubtful', ...spanOf(left), text: left.text, fixes }];
  }
  switch (name) {
    case 'hole':
    case 'missing':
      return [];
    case 'HAS':
    case 'NOT HAS':
      if (right.kind === 'list') return [listOnWrongSide(at)];
      return isScalar(left.kind) ? [{ ...certain('listOperatorOnScalar', at), ...span }] : [];
    case 'IN':
    case 'NOT IN': {
      if (left.kind === 'list') return [listOnWrongSide(at)];
      const isHoled = right.kind === 'string' && right.holed;
      if (!isScalar(right.kind) || !('text' in right) || isHoled) return [];
      const fix = { ...spanOf(right), text: `[${right.text}]` };
      return [{ ...certain('listOperatorOnScalar', at, fix), ...span }];
    }
    case '==':
    case '!=':
    case '>':
    case '>=':
    case '<':
    case '<=':
    case 'CONTAINS':
    case 'NOT CONTAINS': {
      if (left.kind !== 'list' && right.kind !== 'list') return [];
      const meant = { '==': 'IN', '!=': 'NOT IN' }[name as '==' | '!='] as string | undefined;
      const isFixable = meant !== undefined && left.kind !== 'list';
      const fix = isFixable ? { ...spanOf(operator), text: meant } : undefined;
      return [{ ...certain('scalarOperatorOnList', at, fix), ...span }];
    }
  }
}

function isScalar(kind: Comparison['left']['kind']): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'null';
}

type Place = Pick<ExpressionFinding, 'offset' | 'length' | 'text'>;

function listOnWrongSide(at: Place): ExpressionFinding {
  return { code: 'listOnWrongSide', severity: 'doubtful', ...at, fixes: [] };
}

function certain(code: ExpressionFinding['code'], at: Place, fix?: TextFix): ExpressionFinding {
  return { code, severity: 'certain', ...at, fixes: fix === undefined ? [] : [fix] };
}
