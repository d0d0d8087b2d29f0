import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import { problemWith, type FetchedProblem, type RoutingProblem } from '../check/routingProblem.ts';
import { replaceOperator } from '../expression/analysis/replaceOperator.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import { nodesOf, type Comparison, type Operand } from '../expression/syntax/expression.ts';
import type { ParsedExpression } from '../expression/syntax/parseExpression.ts';
import { spanOf, type Span, type TextFix } from '../expression/syntax/span.ts';
import { attributeOwner, type AttributeOwner } from '../language/explainName.ts';
import type { FetchedKind, FetchedKinds } from './fetchedKinds.ts';

/** An operator that does not go with what an attribute is in all that was fetched. */
interface KindFinding extends Span {
  readonly code: FetchedProblem;
  readonly owner: AttributeOwner;
  readonly kind: FetchedKind;
  /** As the expression has it. */
  readonly key: string;
  readonly operator: string;
  readonly fixes: readonly TextFix[];
}

/**
 * Where the operators of an expression and what was fetched disagree: hints only, as what was fetched proves
 * no type. Offsets are in the expression. Where it has faults, these come first.
 */
export function checkFetchedKinds(
  parsed: ParsedExpression,
  scope: ExpressionScope,
  kinds: FetchedKinds,
): readonly RoutingProblem[] {
  const { root, faults } = parsed;
  if (root === undefined || faults.length > 0) return [];
  return nodesOf(root).flatMap((node): readonly RoutingProblem[] => {
    const finding =
      node.kind === 'comparison' ? findInComparison(node, { scope, kinds }) : undefined;
    if (finding === undefined) return [];
    const { code, key, offset, length, fixes } = finding;
    const options = { kind: code, severity: 'hint', offset, length, args: [key], fixes } as const;
    return [problemWith(describeKind(finding), options)];
  });
}

interface Context {
  readonly scope: ExpressionScope;
  readonly kinds: FetchedKinds;
}

function findInComparison(comparison: Comparison, context: Context): KindFinding | undefined {
  const { left, operator, right } = comparison;
  switch (operator.name) {
    case 'HAS':
    case 'NOT HAS':
      // A list on the right is marked as such.
      return right.kind === 'list' ? undefined : scalarFinding(comparison, left, context);
    case 'IN':
    case 'NOT IN':
      return left.kind === 'list' ? undefined : scalarFinding(comparison, right, context);
    case '==':
    case '!=':
      return listFinding(comparison, context);
    case '>':
    case '>=':
    case '<':
    case '<=':
    case 'CONTAINS':
    case 'NOT CONTAINS':
    case 'hole':
    case 'missing':
      return undefined;
  }
}

function scalarFinding(
  { operator }: Comparison,
  operand: Operand,
  context: Context,
): KindFinding | undefined {
  const attribute = fetchedAttribute(operand, context);
  if (attribute === undefined || attribute.kind === 'array') return undefined;
  const marked = spanBetween(operand, operator);
  return { code: 'fetchedScalar', ...attribute, ...marked, operator: operator.name, fixes: [] };
}

function listFinding(comparison: Comparison, context: Context): KindFinding | undefined {
  const { left, operator, right } = comparison;
  for (const [operand, other] of [[left, right] as const, [right, left] as const]) {
    const attribute = fetchedAttribute(operand, context);
    if (attribute?.kind !== 'array') continue;
    // Whether a list is there at all is asked with null, and a list on the other side is marked as such.
    if (['null', 'list', 'hole', 'missing'].includes(other.kind)) return undefined;
    const fix = operator.name === '==' ? hasFix(comparison) : undefined;
    return {
      ...{ code: 'fetchedList', ...attribute, ...spanBetween(operand, operator) },
      ...{ operator: operator.name, fixes: fix === undefined ? [] : [fix] },
    };
  }
  return undefined;
}

/** Of two keys, either may be meant as the value; and `NOT HAS` is documented nowhere. */
function hasFix(comparison: Comparison): TextFix | undefined {
  const { left, right } = comparison;
  if (left.kind === 'path')
    return isConstant(right) ? replaceOperator(comparison, 'HAS') : undefined;
  if (right.kind !== 'path' || !isConstant(left)) return undefined;
  return { ...spanOf(left, right), text: [right.text, 'HAS', left.text].join(' ') };
}

type Constant = Extract<Operand, { kind: 'string' | 'number' | 'boolean' }>;

function isConstant(operand: Operand): operand is Constant {
  if (operand.kind === 'string') return !operand.holed;
  return operand.kind === 'number' || operand.kind === 'boolean';
}

function fetchedAttribute(operand: Operand, { scope, kinds }: Context) {
  if (operand.kind !== 'path' || operand.holed) return undefined;
  const owner = attributeOwner(operand, scope);
  if (owner === undefined) return undefined;
  const { text: key } = operand;
  const path = scope === 'target' ? key.slice(key.indexOf('.') + 1) : key;
  const kind = kinds[owner].get(path);
  return kind === undefined ? undefined : { owner, kind, key };
}

function spanBetween(one: Span, other: Span): Span {
  return one.offset < other.offset ? spanOf(one, other) : spanOf(other, one);
}

function describeKind({ owner, kind, key, operator }: KindFinding): Message {
  return sentences[owner][kind](shownText(key), operator);
}

type Sentence = (key: string, operator: string) => Message;

/** Says what was fetched, but never a value. */
const sentences: Readonly<Record<AttributeOwner, Readonly<Record<FetchedKind, Sentence>>>> = {
  task: {
    string: (key, operator) =>
      message('In fetched Tasks, `{0}` is a string. {1} needs a list.', key, operator),
    number: (key, operator) =>
      message('In fetched Tasks, `{0}` is a number. {1} needs a list.', key, operator),
    boolean: (key, operator) =>
      message('In fetched Tasks, `{0}` is a boolean. {1} needs a list.', key, operator),
    array: (key, operator) =>
      message('In fetched Tasks, `{0}` is a list. {1} with a list is always false.', key, operator),
  },
  worker: {
    string: (key, operator) =>
      message('In fetched Workers, `{0}` is a string. {1} needs a list.', key, operator),
    number: (key, operator) =>
      message('In fetched Workers, `{0}` is a number. {1} needs a list.', key, operator),
    boolean: (key, operator) =>
      message('In fetched Workers, `{0}` is a boolean. {1} needs a list.', key, operator),
    array: (key, operator) =>
      message(
        'In fetched Workers, `{0}` is a list. {1} with a list is always false.',
        key,
        operator,
      ),
  },
};
