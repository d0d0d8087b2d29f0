import type { Operator, Path } from './expression.ts';
import { operatorNamed } from './operatorUse.ts';
import type { ParsedExpression } from './parseExpression.ts';
import { readPath } from './readOperand.ts';
import { endOf, spanOf, type Span } from './span.ts';
import type { Token } from './token.ts';

/** What can stand at an offset, for completion. */
export interface ExpressionContext {
  /** `listEnd` is a comma or the bracket that closes a list. */
  readonly expects: 'operand' | 'operator' | 'join' | 'listEnd';
  /** What is typed already and would be replaced: a word or a string, or an empty span. */
  readonly replaced: Span;
  /** Of the word or string that is typed, what is before the offset, without a quote. */
  readonly typed: string;
  /** Whether the offset is inside of a string: its characters are completed. */
  readonly inString: boolean;
  /** With 'operand' behind an operator: what it is compared with. */
  readonly comparedWith?: { readonly operator: Operator; readonly path?: Path };
}

const WORDS: readonly Token['kind'][] = [
  ...(['path', 'number', 'boolean', 'null', 'and', 'or', 'not'] as const),
];

/** What has been read before an offset. */
interface State {
  expects: ExpressionContext['expects'];
  /** What follows when the operand, or the list, is complete. */
  next: 'operator' | 'join';
  inList: boolean;
  left: Path | undefined;
  operator: Operator | undefined;
}

export function contextAt({ tokens }: ParsedExpression, offset: number): ExpressionContext {
  const state: State = {
    ...{ expects: 'operand', next: 'operator', inList: false },
    ...{ left: undefined, operator: undefined },
  };
  let current: Token | undefined;
  for (const token of tokens) {
    if (token.offset >= offset) break;
    if (isTyped(token, offset)) {
      current = token;
      break;
    }
    advance(state, token);
  }
  const { expects, operator, left } = state;
  const inString = current?.kind === 'string';
  const from = (current?.offset ?? offset) + Number(inString);
  return {
    expects,
    replaced: current === undefined ? { offset, length: 0 } : spanOf(current),
    typed: current?.text.slice(from - current.offset, offset - current.offset) ?? '',
    inString,
    ...(expects === 'operand' &&
      operator !== undefined && {
        comparedWith: { operator, ...(left !== undefined && { path: left }) },
      }),
  };
}

/** Whether a token is being typed at the offset. */
function isTyped(token: Token, offset: number): boolean {
  const end = endOf(token);
  if (token.kind === 'string') return offset < end || (offset === end && token.unclosed === true);
  const isWord = WORDS.includes(token.kind) || /^[a-z]/i.test(token.text);
  return isWord && offset <= end;
}

function advance(state: State, token: Token): void {
  switch (token.kind) {
    case 'and':
    case 'or':
      Object.assign(state, {
        ...{ expects: 'operand', next: 'operator', inList: false },
        ...{ left: undefined, operator: undefined },
      });
      return;
    case 'operator':
      state.operator = operatorNamed(token);
      state.expects = 'operand';
      state.next = 'join';
      return;
    case 'openList':
      state.inList = true;
      return;
    case 'closeList':
      state.inList = false;
      state.expects = state.next;
      return;
    case 'comma':
      if (state.inList) state.expects = 'operand';
      return;
    case 'path':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'hole':
      if (state.operator === undefined && !state.inList) state.left = readPath(token);
      state.expects = state.inList ? 'listEnd' : state.next;
      return;
    case 'not':
    case 'open':
    case 'close':
    case 'unknown':
      return;
  }
}
