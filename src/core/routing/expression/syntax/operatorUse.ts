import type { Operator, OperatorUse } from './expression.ts';
import { spanOf } from './span.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './tokenReader.ts';

/** How operators are written; `=`, `>-` and `<-` are listed beside their better known forms. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['==', '=='],
  ['=', '=='],
  ['!=', '!='],
  ['>', '>'],
  ['>=', '>='],
  ['<', '<'],
  ['<=', '<='],
  ['CONTAINS', 'CONTAINS'],
  ['HAS', 'HAS'],
  ['>-', 'HAS'],
  ['IN', 'IN'],
  ['<-', 'IN'],
]);

const NEGATED: ReadonlyMap<Operator, Operator> = new Map([
  ['IN', 'NOT IN'],
  ['HAS', 'NOT HAS'],
  ['CONTAINS', 'NOT CONTAINS'],
]);

/** Signs of other languages. */
const FOREIGN: ReadonlyMap<string, Operator> = new Map([
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
]);

/** Words of operators, for what is nearly one. */
export const OPERATOR_WORDS = ['HAS', 'IN', 'CONTAINS'] as const;

/** Whether an operator follows, `NOT IN` included. */
export function isOperatorNext(reader: TokenReader): boolean {
  if (reader.isNext('operator')) return true;
  const after = reader.peek(1);
  return (
    reader.isNext('not') && after?.kind === 'operator' && NEGATED.has(operatorNamed(after) ?? '==')
  );
}

/** Reads the operator that follows, and notes what is wrong with it. */
export function readOperator(reader: TokenReader): OperatorUse {
  const not = reader.take('not');
  const token = reader.take();
  if (token === undefined) return { name: 'missing', text: '', offset: 0, length: 0 };
  const span = spanOf(not ?? token, token);
  const text = not === undefined ? token.text : `${not.text} ${token.text}`;
  const name = operatorNamed(token);
  if (name === undefined) {
    const meant = OPERATORS.get(token.text.replace(/[ \t\r\n\f]+/g, '')) ?? FOREIGN.get(token.text);
    const code = FOREIGN.has(token.text) ? 'unknownOperator' : 'splitOperator';
    const fix = meant === undefined ? undefined : { ...span, text: meant };
    reader.fault(code, span, text, fix);
    return { name: meant ?? 'missing', text, ...span };
  }
  const arrow = /^[<>]-$/.test(token.text);
  const next = reader.peek();
  if (arrow && next?.kind === 'number' && next.offset === token.offset + token.length) {
    reader.doubt('arrowOrNegative', spanOf(token, next), token.text + next.text);
  }
  if (not === undefined) return { name, text, offset: span.offset, length: span.length };
  const negated = NEGATED.get(name);
  if (negated === undefined) {
    reader.fault('unknownOperator', span, text);
  } else if (negated !== 'NOT IN') {
    reader.doubt('negatedOperator', span, text);
  }
  return { name: negated ?? name, text, ...span };
}

/** The operator that a token is, however it is written. */
export function operatorNamed(token: Token): Operator | undefined {
  return OPERATORS.get(token.text) ?? OPERATORS.get(token.text.toUpperCase());
}
