import type { ExpressionDoubt, ExpressionFault, FaultCode, DoubtCode } from './expressionFault.ts';
import type { Span, TextFix } from './span.ts';
import type { Token, TokenKind } from './token.ts';

/** Of each kind; who has more has no use for them. */
const MAX_FAULTS = 100;

/** The tokens of an expression one after the other, and what is wrong with them. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #faults: ExpressionFault[] = [];
  readonly #doubts: ExpressionDoubt[] = [];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next token, or one behind it. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  isNext(kind: TokenKind, ahead = 0): boolean {
    return this.peek(ahead)?.kind === kind;
  }

  take(kind?: TokenKind): Token | undefined {
    const token = this.peek();
    if (token === undefined || (kind !== undefined && token.kind !== kind)) return undefined;
    this.#next += 1;
    return token;
  }

  get previous(): Token | undefined {
    return this.#tokens[this.#next - 1];
  }

  fault(code: FaultCode, { offset, length }: Span, text: string, fix?: TextFix): void {
    if (this.#faults.length >= MAX_FAULTS) return;
    this.#faults.push({ code, offset, length, text, ...(fix && { fix }) });
  }

  doubt(code: DoubtCode, { offset, length }: Span, text: string, fix?: TextFix): void {
    if (this.#doubts.length >= MAX_FAULTS) return;
    this.#doubts.push({ code, offset, length, text, ...(fix && { fix }) });
  }

  /** In the order of the text. */
  get faults(): readonly ExpressionFault[] {
    return this.#faults.toSorted((one, other) => one.offset - other.offset);
  }

  get doubts(): readonly ExpressionDoubt[] {
    return this.#doubts.toSorted((one, other) => one.offset - other.offset);
  }
}
