import type { Operand, Path, StringConstant } from './expression.ts';
import type { Token } from './token.ts';

/** Kinds of tokens that are an operand, or begin one. */
const OPERAND_KINDS: ReadonlySet<Token['kind']> = new Set([
  ...(['path', 'string', 'number', 'boolean', 'null', 'hole', 'openList'] as const),
]);

export function startsOperand(token: Token | undefined): token is Token {
  return token !== undefined && OPERAND_KINDS.has(token.kind);
}

/** The operand that a token is alone; undefined for one that is none, and for the bracket of a list. */
export function readOperand(token: Token): Exclude<Operand, { kind: 'list' }> | undefined {
  const { kind, text, offset, length } = token;
  switch (kind) {
    case 'path': {
      const holed = token.holed === true;
      return { kind, text, offset, length, holed };
    }
    case 'string':
      return stringConstant(token);
    case 'number':
    case 'null':
    case 'hole':
      return { kind, text, offset, length };
    case 'boolean':
      return { kind, text, offset, length, value: text.toLowerCase() === 'true' };
    case 'operator':
    case 'and':
    case 'or':
    case 'not':
    case 'open':
    case 'close':
    case 'openList':
    case 'closeList':
    case 'comma':
    case 'unknown':
      return undefined;
  }
}

/** A key that is no part of an expression, as in `order_by`. */
export function readPath(token: Token): Path | undefined {
  const operand = readOperand(token);
  return operand?.kind === 'path' ? operand : undefined;
}

function stringConstant({ text, offset, length, holed, unclosed }: Token): StringConstant {
  const width = isDoubled(text) ? 2 : 1;
  const inner = text.slice(width, unclosed ? undefined : -width);
  const escaped = inner.includes('\\');
  const value = escaped ? inner.replace(/\\(.)/gs, '$1') : inner;
  return { kind: 'string', text, offset, length, value, holed: holed === true, escaped };
}

/** Whether it is `''value''`, which is no string. */
export function isDoubled(text: string): boolean {
  return text.length > 4 && text.startsWith("''") && text.endsWith("''");
}
