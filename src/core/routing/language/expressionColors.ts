import type { PlacedExpression } from '../embedding/routingText.ts';
import { nameKind } from '../expression/names/expressionScope.ts';
import { readPath } from '../expression/syntax/readOperand.ts';
import { spanOf, type Span } from '../expression/syntax/span.ts';
import { tokenize, type Token } from '../expression/syntax/token.ts';
import { namesOf } from './explainName.ts';

/** Types of semantic tokens that every theme knows. */
export const COLOR_TYPES = [
  ...(['keyword', 'operator', 'string', 'number', 'property', 'variable'] as const),
];

type ColorType = (typeof COLOR_TYPES)[number];

export interface ColoredSpan extends Span {
  readonly type: ColorType;
}

/** How the tokens of an expression are coloured; placeholders and brackets are left as they are. */
export function colorExpression(
  text: string,
  scope: PlacedExpression['scope'],
): readonly ColoredSpan[] {
  return tokenize(text).flatMap((token) => {
    const type = colorOf(token, scope);
    return type === undefined ? [] : [{ ...spanOf(token), type }];
  });
}

function colorOf(token: Token, scope: PlacedExpression['scope']): ColorType | undefined {
  switch (token.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'boolean':
    case 'null':
      return 'keyword';
    case 'operator':
      return /^\w/.test(token.text) ? 'keyword' : 'operator';
    case 'string':
    case 'number':
      return token.kind;
    case 'path':
      return colorOfPath(token, scope);
    case 'open':
    case 'close':
    case 'openList':
    case 'closeList':
    case 'comma':
    case 'hole':
    case 'unknown':
      return undefined;
  }
}

/** What TaskRouter itself gives a value to is told from attributes. */
function colorOfPath(token: Token, scope: PlacedExpression['scope']): ColorType {
  if (scope === 'orderBy' && /^(?:ASC|DESC)$/i.test(token.text)) return 'keyword';
  const path = readPath(token);
  return path !== undefined && nameKind(path, namesOf(scope)) === 'field' ? 'variable' : 'property';
}
