import type { PlacedExpression } from '../embedding/routingText.ts';
import {
  attributePrefixes,
  scopeNames,
  type ExpressionScope,
} from '../expression/names/expressionScope.ts';
import type { Operator } from '../expression/syntax/expression.ts';
import { contextAt, type ExpressionContext } from '../expression/syntax/expressionContext.ts';
import { parseExpression } from '../expression/syntax/parseExpression.ts';
import { endOf } from '../expression/syntax/span.ts';
import { tokenize, type Token } from '../expression/syntax/token.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { explainAttribute, explainField, type AttributeOwner } from './explainName.ts';
import { explainKeyword, type Keyword } from './explainOperator.ts';
import type { KnownAttribute, KnownNames } from './knownNames.ts';

type Attributes = Pick<KnownNames, AttributeOwner>;

const OPERATORS: readonly Operator[] = [
  ...(['==', '!=', '>', '>=', '<', '<=', 'HAS', 'IN', 'NOT IN', 'CONTAINS'] as const),
];

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What can be written at an offset of an expression, or of what is nearly one; the likeliest first. */
export function completeExpression(
  text: string,
  offset: number,
  kind: PlacedExpression['scope'],
  known: Attributes,
): readonly CompletionEntry[] {
  if (kind === 'orderBy') return completeOrder(text, offset, known);
  if (kind === 'knownWorker') {
    const replaced = { offset: 0, length: text.length };
    return attributeEntries('task.', 'task', known.task).map((entry) => ({ ...entry, replaced }));
  }
  const context = contextAt(parseExpression(text), offset);
  return entriesFor(context, kind, known).map((entry) => ({
    ...entry,
    replaced: context.replaced,
  }));
}

type Entry = Omit<CompletionEntry, 'replaced'>;

function entriesFor(
  context: ExpressionContext,
  scope: ExpressionScope,
  known: Attributes,
): readonly Entry[] {
  const { expects, inString, comparedWith } = context;
  const isDay = comparedWith?.path?.text === 'taskrouter.dayOfWeek';
  const days = isDay ? DAYS.map((day) => constant(`'${day}'`)) : [];
  if (inString) return days;
  switch (expects) {
    case 'operator':
      return OPERATORS.map(keyword);
    case 'join':
      return [keyword('AND'), keyword('OR')];
    case 'listEnd':
      return [];
    case 'operand':
      return [
        ...days,
        ...nameEntries(scope, known),
        ...(comparedWith === undefined ? [] : constantsFor(comparedWith.operator)),
      ];
  }
}

function constantsFor(operator: Operator): readonly Entry[] {
  switch (operator) {
    case 'IN':
    case 'NOT IN':
      return [{ kind: 'constant', label: "['…']", insert: "['$0']", isSnippet: true }];
    case '==':
    case '!=':
      return [constant('true'), constant('false'), keyword('null')];
    case 'HAS':
    case 'NOT HAS':
    case 'CONTAINS':
    case 'NOT CONTAINS':
    case '>':
    case '>=':
    case '<':
    case '<=':
      return [];
  }
}

function nameEntries(scope: ExpressionScope, known: Attributes): readonly Entry[] {
  const fields = scopeNames(scope).map(({ name, type }) => fieldEntry(name, type));
  const attributes = attributePrefixes(scope).flatMap((prefix) => {
    const owner = prefix === 'task.' || scope === 'task' ? 'task' : 'worker';
    return attributeEntries(prefix, owner, known[owner]);
  });
  const names = new Set(fields.map(({ label }) => label));
  return [...attributes.filter(({ label }) => !names.has(label)), ...fields];
}

/** @param name with `*` for a part that is free */
function fieldEntry(name: string, type: string): Entry {
  const [, second = ''] = name.split('.');
  const last = name.slice(name.lastIndexOf('.') + 1);
  const explanation = explainField(last === '*' ? 'WA' : last);
  const entry = { kind: 'field', detail: type, ...(explanation && { explanation }) } as const;
  if (last === '*') {
    const beginning = name.replace('*', 'WA');
    return { ...entry, label: beginning, insert: beginning };
  }
  if (second !== 'channel') return { ...entry, label: name, insert: name };
  const label = name.replace('*', 'default');
  return { ...entry, label, insert: name.replace('*', '${1:default}'), isSnippet: true };
}

function attributeEntries(
  prefix: string,
  owner: AttributeOwner,
  attributes: readonly KnownAttribute[],
): readonly Entry[] {
  return attributes.map(({ path, type }) => ({
    ...{ kind: 'attribute', label: `${prefix}${path}`, insert: `${prefix}${path}` },
    ...{ detail: type, explanation: explainAttribute(owner) },
  }));
}

function keyword(name: Keyword): Entry {
  return { kind: 'keyword', label: name, insert: name, explanation: explainKeyword(name) };
}

function constant(text: string): Entry {
  return { kind: 'constant', label: text, insert: text };
}

/** `worker.level DESC, …` */
function completeOrder(
  text: string,
  offset: number,
  { worker }: Attributes,
): readonly CompletionEntry[] {
  const tokens = tokenize(text);
  const typed = tokens.find((token) => token.offset < offset && offset <= endOf(token));
  const isTyped = typed !== undefined && typed.kind !== 'comma';
  const before = tokens.findLast((token: Token) => token.offset < offset && token !== typed);
  const previous = isTyped ? before : (typed ?? before);
  const replaced = isTyped ? { offset: typed.offset, length: typed.length } : { offset, length: 0 };
  const isAtKey = previous === undefined || previous.kind === 'comma';
  if (!isAtKey && /^(?:ASC|DESC)$/i.test(previous.text)) return [];
  const entries = isAtKey
    ? attributeEntries('worker.', 'worker', worker.filter(isSortable))
    : [constant('ASC'), constant('DESC')];
  return entries.map((entry) => ({ ...entry, replaced }));
}

/** TaskRouter orders by numbers; an object may hold one. */
function isSortable({ type }: KnownAttribute): boolean {
  return type === 'number' || type === 'null';
}
