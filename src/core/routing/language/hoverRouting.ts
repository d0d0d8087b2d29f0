import { isSidOf } from '../../sids/sid.ts';
import type { OffsetMap } from '../configuration/offsetMap.ts';
import {
  configurationAt,
  expressionAt,
  isAround,
  spanThrough,
  type PlacedConfiguration,
  type PlacedExpression,
  type RoutingText,
} from '../embedding/routingText.ts';
import { readPath } from '../expression/syntax/readOperand.ts';
import { endOf, spanOf, type Span } from '../expression/syntax/span.ts';
import { tokenize } from '../expression/syntax/token.ts';
import { configurationPosition } from './configurationPosition.ts';
import type { Explanation } from './explanation.ts';
import { explainKey } from './explainKey.ts';
import { attributeOwner, explainName, namesOf, type AttributeOwner } from './explainName.ts';
import { explainKeyword, keywordAt } from './explainOperator.ts';

/** What is under the pointer. */
export type RoutingHover =
  /** The SID of a TaskQueue. */
  | { readonly kind: 'queue'; readonly span: Span; readonly sid: string }
  | {
      /** `key` is one of the configuration, `rule` what an expression is made of. */
      readonly kind: 'key' | 'rule';
      readonly span: Span;
      /** As it is written, or the usual form of an operator. */
      readonly title: string;
      readonly explanation: Explanation;
      /** Of an attribute, whose it is and its name without a prefix. */
      readonly attribute?: { readonly owner: AttributeOwner; readonly path: string };
    };

/** What stands at an offset of a document. */
export function hoverRouting(routing: RoutingText, offset: number): RoutingHover | undefined {
  const expression = expressionAt(routing, offset);
  if (expression !== undefined) {
    const { text, map, scope } = expression;
    return placed(hoverExpression(text, map.toValue(offset), scope), map, offset);
  }
  const configuration = configurationAt(routing, offset);
  if (configuration === undefined) return undefined;
  const { map } = configuration;
  return placed(hoverConfiguration(configuration, map.toValue(offset)), map, offset);
}

function placed(
  hover: RoutingHover | undefined,
  map: OffsetMap,
  offset: number,
): RoutingHover | undefined {
  const span = hover && spanThrough(map, hover.span);
  return span && isAround(span, offset) ? { ...hover, span } : undefined;
}

function hoverConfiguration(
  { read, text }: PlacedConfiguration,
  offset: number,
): RoutingHover | undefined {
  const position = configurationPosition(read, text, offset);
  switch (position?.kind) {
    case undefined:
      return undefined;
    case 'queue': {
      const { value: sid, map } = position.node;
      const span = spanThrough(map, { offset: 0, length: sid.length });
      return isSidOf(sid, 'WQ') ? { kind: 'queue', span, sid } : undefined;
    }
    case 'key': {
      const { level, key, replaced: span } = position;
      const explanation = key && explainKey(level, key.value);
      return explanation && { kind: 'key', span, title: key.value, explanation };
    }
  }
}

/** The offsets of the answer are in the expression. */
export function hoverExpression(
  text: string,
  offset: number,
  kind: PlacedExpression['scope'],
): RoutingHover | undefined {
  const tokens = tokenize(text);
  const index = tokens.findIndex((token) => offset >= token.offset && offset <= endOf(token));
  // Between two tokens without a blank, the second one is meant.
  const at = tokens[index + 1]?.offset === offset ? index + 1 : index;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const found = keywordAt(tokens, at);
  if (found !== undefined && kind !== 'orderBy' && kind !== 'knownWorker') {
    const { keyword, first, last } = found;
    const explanation = explainKeyword(keyword);
    return { kind: 'rule', span: spanOf(first, last), title: keyword, explanation };
  }
  const path = readPath(token);
  if (path === undefined || path.holed) return undefined;
  const scope = namesOf(kind);
  const explanation = explainName(path, scope);
  if (explanation === undefined) return undefined;
  const owner = attributeOwner(path, scope);
  const span = spanOf(token);
  const attribute = owner && {
    owner,
    path: path.text.replace(scope === 'target' ? /^\w+\./ : '', ''),
  };
  return {
    ...{ kind: 'rule', span, title: path.text, explanation },
    ...(attribute && { attribute }),
  };
}
