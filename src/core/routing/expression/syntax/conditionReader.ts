import type {
  Comparison,
  Expression,
  List,
  MissingOperand,
  Operand,
  OperatorUse,
} from './expression.ts';
import { nearestName } from './nearestName.ts';
import { isOperatorNext, OPERATOR_WORDS, readOperator } from './operatorUse.ts';
import { isDoubled, readOperand, startsOperand } from './readOperand.ts';
import { endOf, spanOf, type Span } from './span.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './tokenReader.ts';

const CONSTANT_KINDS: readonly Operand['kind'][] = ['string', 'number', 'boolean', 'null', 'hole'];

/** What nearly all keys are, of which there is nothing to say. */
const PLAIN_KEY = /^[A-Za-z_]\w*(?:\.\w+)*$/;

/** Reads conditions such as `language == 'en'`, and notes what is wrong with them. */
export class ConditionReader {
  readonly #reader: TokenReader;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  /** The operand that follows, which must be there. */
  operand(): Operand {
    const token = this.#reader.take();
    if (token === undefined) return missingAt({ offset: 0, length: 0 });
    if (token.kind === 'openList') return this.#list(token, 'closeList');
    this.#check(token);
    return readOperand(token) ?? missingAt(token);
  }

  /**
   * The condition that an operand begins, or the operand itself if it is a placeholder for one; undefined
   * if no operator follows.
   */
  startingWith(left: Operand): Expression | undefined {
    const reader = this.#reader;
    if (isOperatorNext(reader)) return this.#compare(left, readOperator(reader));
    const next = reader.peek();
    if (left.kind === 'hole') return left;
    if (next?.kind === 'hole') {
      reader.take();
      const use = { name: 'hole', text: next.text, ...spanOf(next) } as const;
      if (startsOperand(reader.peek())) return this.#compare(left, use);
      const rest: Operand = { kind: 'hole', text: '', offset: endOf(next), length: 0 };
      return { kind: 'comparison', left, operator: use, right: rest, ...spanOf(left, next) };
    }
    if (next === undefined || !startsOperand(reader.peek(1))) return undefined;
    if (next.kind === 'path') {
      const meant = nearestName(next.text.toUpperCase(), OPERATOR_WORDS);
      const fix = meant === undefined ? undefined : { ...spanOf(next), text: meant };
      reader.take();
      reader.fault('unknownOperator', next, next.text, fix);
      return this.#compare(left, { name: meant ?? 'missing', text: next.text, ...spanOf(next) });
    }
    if (next.kind !== 'unknown') return undefined;
    reader.take();
    reader.fault('unknownCharacter', next, next.text);
    return this.#compare(left, { name: 'missing', text: next.text, ...spanOf(next) });
  }

  /** The condition of an operator with nothing before it. */
  withoutLeft(token: Token): Comparison {
    const operator = readOperator(this.#reader);
    this.#reader.fault('missingOperand', operator, operator.text);
    return this.#compare(missingAt(token), operator);
  }

  /** What stands for a condition where there is an operand only. */
  withoutOperator(left: Operand): Expression {
    const end = { offset: endOf(left), length: 0 };
    const [first] = 'text' in left ? [left.text] : [''];
    this.#reader.fault('missingOperator', left, first);
    const operator = { name: 'missing', text: '', ...end } as const;
    return { kind: 'comparison', left, operator, right: missingAt(end), ...spanOf(left) };
  }

  skipOperator(): void {
    this.#reader.take('not');
    this.#reader.take();
  }

  /** `== 'a', 'b'`: the condition with a list, if constants follow that are parted by commas. */
  listBehind(last: Comparison): Comparison | undefined {
    const reader = this.#reader;
    const { left, operator, right } = last;
    if (!CONSTANT_KINDS.includes(right.kind) || !this.#isConstantAhead(1)) return undefined;
    const items: Operand[] = [right];
    while (reader.isNext('comma') && this.#isConstantAhead(1)) {
      reader.take();
      items.push(this.operand());
    }
    const list: List = { kind: 'list', items, ...spanOf(right, items.at(-1)) };
    const replaced = spanOf(operator, list);
    const texts = items.map((item) => ('text' in item ? item.text : '')).join(', ');
    const names: Partial<Record<OperatorUse['name'], 'IN' | 'NOT IN'>> = {
      ...{ '==': 'IN', IN: 'IN', '!=': 'NOT IN', 'NOT IN': 'NOT IN' },
    };
    const name = names[operator.name];
    const fix = name && { ...replaced, text: `${name} [${texts}]` };
    reader.fault('listWithoutBrackets', list, texts, fix);
    return {
      ...{ kind: 'comparison', left, right: list, ...spanOf(last, list) },
      operator: name === undefined ? operator : { ...operator, name },
    };
  }

  #compare(left: Operand, operator: OperatorUse): Comparison {
    const reader = this.#reader;
    while (isOperatorNext(reader)) {
      const extra = reader.peek();
      if (extra !== undefined) reader.fault('danglingOperator', extra, extra.text);
      this.skipOperator();
    }
    const right = this.#rightOf(operator);
    const { offset } = left;
    const length = right.offset + right.length - offset;
    return { kind: 'comparison', left, operator, right, offset, length };
  }

  #rightOf(operator: OperatorUse): Operand {
    const reader = this.#reader;
    const unknown = reader.take('unknown');
    if (unknown !== undefined) reader.fault('unknownCharacter', unknown, unknown.text);
    if (startsOperand(reader.peek())) return this.operand();
    if (unknown !== undefined) return missingAt(unknown);
    let depth = 0;
    while (reader.isNext('open', depth)) depth += 1;
    const open = reader.peek();
    if (depth > 0 && open !== undefined && startsOperand(reader.peek(depth))) {
      const after = reader.peek(depth + 1)?.kind;
      if (after === 'close' && reader.isNext('close', 2 * depth)) {
        return this.#inParentheses(open, depth);
      }
      if (depth === 1 && after === 'comma') {
        reader.take();
        return this.#list(open, 'close');
      }
    }
    reader.fault('danglingOperator', operator, operator.text);
    return missingAt({ offset: endOf(operator), length: 0 });
  }

  #inParentheses(open: Token, depth: number): Operand {
    for (let opened = 0; opened < depth; opened += 1) this.#reader.take('open');
    const operand = this.operand();
    for (let opened = 0; opened < depth; opened += 1) this.#reader.take('close');
    const whole = { ...operand, ...spanOf(open, this.#reader.previous) };
    this.#reader.doubt('operandInParentheses', whole, '()');
    return whole;
  }

  /** The rest of a list behind its bracket. */
  #list(open: Token, closing: 'closeList' | 'close'): List {
    const reader = this.#reader;
    const items: Operand[] = [];
    let awaitsItem = true;
    for (;;) {
      const token = reader.peek();
      const close = reader.take(closing);
      if (close !== undefined) {
        const comma = items.length > 0 && awaitsItem ? reader.peek(-2) : undefined;
        if (comma !== undefined) reader.fault('straySeparator', comma, comma.text);
        const span = spanOf(open, close);
        if (closing === 'close')
          reader.fault('listInParentheses', span, '()', bracketsFor(items, span));
        return { kind: 'list', items, ...span };
      }
      if (token?.kind === 'comma') {
        reader.take();
        if (awaitsItem) reader.fault('straySeparator', token, token.text);
        awaitsItem = true;
      } else if (startsOperand(token) && token.kind !== 'openList') {
        const last = items.at(-1);
        const isParted = awaitsItem || token.kind === 'hole' || last?.kind === 'hole';
        if (!isParted) {
          const fix = { offset: endOf(last ?? token), length: 0, text: ',' };
          reader.fault('listSeparator', token, token.text, fix);
        }
        items.push(this.operand());
        awaitsItem = false;
      } else if (token?.kind === 'unknown' || token?.kind === 'openList') {
        reader.take();
        reader.fault('unknownCharacter', token, token.text);
      } else {
        reader.fault(closing === 'close' ? 'unclosedParenthesis' : 'unclosedList', open, open.text);
        return { kind: 'list', items, ...spanOf(open, items.at(-1)) };
      }
    }
  }

  #isConstantAhead(ahead: number): boolean {
    const token = this.#reader.peek(ahead);
    return token !== undefined && CONSTANT_KINDS.some((kind) => kind === token.kind);
  }

  /** Notes what is wrong with an operand that is one token. */
  #check(token: Token): void {
    const { kind, text } = token;
    const reader = this.#reader;
    if (kind === 'path') this.#checkPath(token);
    else if (kind === 'string') this.#checkString(token);
    else if (kind === 'hole' && token.unclosed) reader.fault('unclosedHole', token, text);
    else if (kind === 'number' && text.startsWith('-')) reader.doubt('negativeNumber', token, text);
    else if (kind === 'number' && /e/i.test(text)) reader.doubt('exponent', token, text);
    else if ((kind === 'boolean' || kind === 'null') && text !== text.toLowerCase()) {
      reader.doubt('capitalConstant', token, text, { ...spanOf(token), text: text.toLowerCase() });
    }
  }

  #checkString(token: Token): void {
    const { text, unclosed } = token;
    const reader = this.#reader;
    const quote = text.charAt(0);
    if (unclosed) {
      const isWord = /^['"][^\s'"]+$/.test(text);
      const fix = { offset: endOf(token), length: 0, text: quote };
      reader.fault('unclosedQuote', token, text, isWord ? fix : undefined);
    } else if (isDoubled(text)) {
      reader.fault('doubledQuotes', token, text, { ...spanOf(token), text: text.slice(1, -1) });
    } else if (quote !== "'" && quote !== '"') {
      const inner = text.slice(1, -1);
      reader.fault('typographicQuotes', token, text, { ...spanOf(token), text: `'${inner}'` });
    } else if (text.includes('\\')) reader.doubt('escape', token, text);
  }

  #checkPath(token: Token): void {
    const { text, offset } = token;
    const reader = this.#reader;
    if (token.holed || PLAIN_KEY.test(text)) return;
    const hyphen = text.indexOf('-');
    if (hyphen >= 0) {
      const span = { offset: offset + hyphen, length: text.length - hyphen };
      reader.fault('hyphenatedKey', span, text);
    } else if (!/^[^.[]+(?:\[\d+\])*(?:\.[^.[]+(?:\[\d+\])*)*$/.test(text)) {
      reader.fault('malformedKey', token, text);
    } else if (/^\p{N}/u.test(text)) reader.doubt('digitFirstKey', token, text);
  }
}

function bracketsFor(items: readonly Operand[], span: Span) {
  return {
    ...span,
    text: `[${items.map((item) => ('text' in item ? item.text : '')).join(', ')}]`,
  };
}

function missingAt({ offset }: Span): MissingOperand {
  return { kind: 'missing', offset, length: 0 };
}
