import { ConditionReader } from './conditionReader.ts';
import type { Expression, Join, Operand } from './expression.ts';
import type { ExpressionDoubt, ExpressionFault } from './expressionFault.ts';
import { isOperatorNext } from './operatorUse.ts';
import { startsOperand } from './readOperand.ts';
import { spanOf, type Span } from './span.ts';
import type { Token } from './token.ts';
import { TokenReader } from './tokenReader.ts';

/** What stands at one level: in one pair of parentheses, or in none. */
interface Level {
  /** The parenthesis that opened it. */
  readonly open: Token | undefined;
  readonly terms: Expression[];
  readonly joins: Join[];
  /** `NOT`s that wait for their term. */
  nots: Token[];
  /** An operand without operator that is all so far: parentheses around an operand? */
  lone: Operand | undefined;
}

export interface ParseOutcome {
  readonly root: Expression | undefined;
  readonly faults: readonly ExpressionFault[];
  readonly doubts: readonly ExpressionDoubt[];
}

/**
 * Reads an expression with a list of levels instead of recursion, as 20,000 parentheses are more than the
 * stack holds. After a fault it goes on with what follows, and one mistake is one fault.
 */
export class ExpressionParser {
  readonly #reader: TokenReader;
  readonly #conditions: ConditionReader;
  readonly #levels: Level[] = [newLevel(undefined)];
  /** Whether what follows was explained by a fault already. */
  #excused = false;

  constructor(tokens: readonly Token[]) {
    this.#reader = new TokenReader(tokens);
    this.#conditions = new ConditionReader(this.#reader);
  }

  parse(): ParseOutcome {
    for (let token = this.#reader.peek(); token !== undefined; token = this.#reader.peek()) {
      if (this.#awaitsTerm()) this.#readTerm(token);
      else this.#readAfterTerm(token);
    }
    while (this.#levels.length > 1) {
      const { open } = this.#level;
      if (open) this.#reader.fault('unclosedParenthesis', open, open.text);
      this.#closeLevel(undefined);
    }
    const level = this.#level;
    this.#finishLevel(level);
    const root = rootOf(level);
    if (root === undefined && this.#reader.faults.length === 0) {
      this.#reader.doubt('emptyExpression', { offset: 0, length: 0 }, '');
    }
    return { root, faults: this.#reader.faults, doubts: this.#reader.doubts };
  }

  get #level(): Level {
    return this.#levels.at(-1) ?? newLevel(undefined);
  }

  #awaitsTerm(): boolean {
    const { terms, joins, lone } = this.#level;
    return terms.length === joins.length && lone === undefined;
  }

  #readTerm(token: Token): void {
    const reader = this.#reader;
    switch (token.kind) {
      case 'open':
        this.#levels.push(newLevel(token));
        reader.take();
        return;
      case 'close':
        this.#close(token);
        return;
      case 'not':
        if (isOperatorNext(reader)) this.#addTerm(this.#conditions.withoutLeft(token));
        else {
          reader.take();
          this.#level.nots.push(token);
          reader.doubt('unaryNot', token, token.text);
        }
        return;
      case 'and':
      case 'or':
        this.#faultOf('danglingJoin', reader.take());
        return;
      case 'operator':
        this.#addTerm(this.#conditions.withoutLeft(token));
        return;
      case 'comma':
        this.#faultOf('straySeparator', reader.take());
        return;
      case 'closeList':
        this.#faultOf('unopenedList', reader.take());
        return;
      case 'unknown':
        this.#faultOf('unknownCharacter', reader.take());
        return;
      case 'path':
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
      case 'openList':
      case 'hole':
        this.#addOperand(this.#conditions.operand());
    }
  }

  #readAfterTerm(token: Token): void {
    const reader = this.#reader;
    switch (token.kind) {
      case 'and':
      case 'or': {
        reader.take();
        const word = token.kind === 'and' ? 'AND' : 'OR';
        if (token.text.length < 3 && token.text.toUpperCase() !== 'OR') {
          reader.doubt('logicSign', token, token.text, { ...spanOf(token), text: word });
        }
        const { text, offset, length } = token;
        this.#level.joins.push({ word, text, offset, length });
        this.#excused = false;
        return;
      }
      case 'close':
        this.#close(token);
        return;
      case 'hole':
        reader.take();
        this.#joinByHole(token);
        return;
      case 'operator':
        this.#skipOperator(token);
        return;
      case 'comma':
        this.#readSeparator(token);
        return;
      case 'closeList':
        this.#faultOf('unopenedList', reader.take());
        return;
      case 'unknown':
        this.#faultOf('unknownCharacter', reader.take());
        this.#excused = true;
        return;
      case 'not':
        if (isOperatorNext(reader)) this.#skipOperator(token);
        else this.#missJoin(token);
        return;
      case 'open':
      case 'path':
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
      case 'openList':
        this.#missJoin(token);
    }
  }

  /** A placeholder behind a condition can be AND or OR, or that and all that follows. */
  #joinByHole(token: Token): void {
    const level = this.#level;
    const next = this.#reader.peek();
    const isJoin = next?.kind === 'open' || next?.kind === 'not' || startsOperand(next);
    const { offset, text } = token;
    if (isJoin) level.joins.push({ word: 'hole', text, ...spanOf(token) });
    else {
      level.joins.push({ word: 'hole', text: '', offset, length: 0 });
      level.terms.push({ kind: 'hole', text, ...spanOf(token) });
    }
  }

  /** `a == b == c`: what is compared once is compared with nothing else. */
  #skipOperator(token: Token): void {
    const reader = this.#reader;
    this.#conditions.skipOperator();
    reader.fault('danglingOperator', token, token.text);
    if (startsOperand(reader.peek())) this.#conditions.operand();
    this.#excused = true;
  }

  #readSeparator(token: Token): void {
    const level = this.#level;
    const last = level.terms.at(-1);
    const list = last?.kind === 'comparison' ? this.#conditions.listBehind(last) : undefined;
    if (list !== undefined) level.terms[level.terms.length - 1] = list;
    else {
      this.#faultOf('straySeparator', this.#reader.take());
      if (this.#reader.previous === token) this.#excused = true;
    }
  }

  #missJoin(token: Token): void {
    if (!this.#excused) this.#reader.fault('missingJoin', token, token.text);
    this.#excused = false;
    this.#level.joins.push({ word: 'AND', text: '', offset: token.offset, length: 0 });
  }

  #addOperand(operand: Operand): void {
    const level = this.#level;
    const isAlone = level.open !== undefined && level.terms.length + level.nots.length === 0;
    const term = this.#conditions.startingWith(operand);
    if (term !== undefined) this.#addTerm(term);
    else if (isAlone && this.#reader.isNext('close') && operand.kind !== 'hole')
      level.lone = operand;
    else this.#addTerm(this.#conditions.withoutOperator(operand));
  }

  #addTerm(term: Expression): void {
    const level = this.#level;
    if (level.nots.length === 0) {
      level.terms.push(term);
      return;
    }
    let whole = term;
    for (const not of level.nots.toReversed()) {
      whole = { kind: 'negation', term: whole, ...spanOf(not, whole) };
    }
    level.nots = [];
    level.terms.push(whole);
  }

  #close(token: Token): void {
    this.#reader.take();
    if (this.#levels.length === 1) {
      this.#reader.fault('unopenedParenthesis', token, token.text);
      this.#excused = true;
    } else this.#closeLevel(token);
  }

  #closeLevel(close: Token | undefined): void {
    const level = this.#levels.pop();
    if (level?.open === undefined) return;
    const span = spanOf(level.open, close ?? this.#reader.previous ?? level.open);
    if (level.lone !== undefined) {
      this.#addOperandInParentheses({ ...level.lone, ...span });
      return;
    }
    this.#finishLevel(level);
    const root = rootOf(level, span);
    if (root !== undefined) this.#addTerm(root);
    else if (close !== undefined && level.nots.length === 0) {
      this.#reader.fault('emptyParentheses', span, '()');
      this.#addTerm({ kind: 'hole', text: '', offset: span.offset, length: 0 });
    }
  }

  #addOperandInParentheses(operand: Operand): void {
    if (isOperatorNext(this.#reader)) {
      this.#reader.doubt('operandInParentheses', operand, '()');
    }
    this.#addOperand(operand);
  }

  #finishLevel(level: Level): void {
    const last = level.joins.at(-1);
    if (last !== undefined && level.joins.length === level.terms.length) {
      this.#reader.fault('danglingJoin', last, last.text);
      level.joins.pop();
    }
    const [not] = level.nots;
    if (not !== undefined) this.#reader.fault('danglingJoin', not, not.text);
  }

  #faultOf(code: ExpressionFault['code'], token: Token | undefined): void {
    if (token !== undefined) this.#reader.fault(code, token, token.text);
  }
}

function newLevel(open: Token | undefined): Level {
  return { open, terms: [], joins: [], nots: [], lone: undefined };
}

/** @param span with the parentheses around it, if it stands in some */
function rootOf({ terms, joins }: Level, span?: Span): Expression | undefined {
  const [first] = terms;
  if (first === undefined) return undefined;
  if (terms.length === 1) return span === undefined ? first : { ...first, ...span };
  const { offset, length } = span ?? spanOf(first, terms.at(-1));
  return { kind: 'chain', terms, joins, offset, length };
}
