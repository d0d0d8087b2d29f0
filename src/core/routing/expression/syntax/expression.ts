import type { Span } from './span.ts';

/**
 * An expression of TaskRouter as it is written. Parentheses are no nodes: a chain that is a term of
 * another one stood in them. Trees can be deeper than the stack is: walk them by {@link nodesOf}, never by
 * recursion.
 */
export type Expression = Chain | Negation | Comparison | ExpressionHole;

/**
 * Terms at one level. Which of AND and OR binds closer is documented nowhere, so that a level that has
 * both is kept as it is written.
 */
export interface Chain extends Span {
  readonly kind: 'chain';
  /** At least two. */
  readonly terms: readonly Expression[];
  /** Between the terms, one fewer than they are. */
  readonly joins: readonly Join[];
}

export interface Join extends Span {
  /** Of a hole nothing is known. */
  readonly word: 'AND' | 'OR' | 'hole';
  readonly text: string;
}

/** `NOT` before a condition, which is documented nowhere. */
interface Negation extends Span {
  readonly kind: 'negation';
  readonly term: Expression;
}

/** A condition such as `language == 'en'`. */
export interface Comparison extends Span {
  readonly kind: 'comparison';
  readonly left: Operand;
  readonly operator: OperatorUse;
  readonly right: Operand;
}

export type Operator =
  | ScalarOperator
  | 'HAS'
  | 'IN'
  | 'NOT IN'
  // Documented nowhere.
  | 'NOT HAS'
  | 'NOT CONTAINS';

type ScalarOperator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'CONTAINS';

export interface OperatorUse extends Span {
  readonly name: Operator | 'hole' | 'missing';
  readonly text: string;
}

/** A placeholder that stands for any part of an expression, such as `${expression}`. */
export interface ExpressionHole extends Span {
  readonly kind: 'hole';
  readonly text: string;
}

export type Operand =
  | Path
  | StringConstant
  | NumberConstant
  | BooleanConstant
  | NullConstant
  | List
  | ExpressionHole
  | MissingOperand;

/** A key, such as `worker.routing.skills` or `tags[0]`. */
export interface Path extends Span {
  readonly kind: 'path';
  readonly text: string;
  /** Whether a part of it is a placeholder. */
  readonly holed: boolean;
}

/** The name of a member, or the zero-based index of an element. */
export type PathSegment = string | number;

/** What a key leads through. No part of {@link Path}, as most keys are never looked up. */
export function segmentsOf({ text }: Pick<Path, 'text'>): readonly PathSegment[] {
  if (!text.includes('[')) return text.split('.');
  return text.split('.').flatMap((part) => {
    const [name = '', ...indices] = part.split('[');
    return [name, ...indices.map((index) => Number.parseInt(index, 10))];
  });
}

export interface StringConstant extends Span {
  readonly kind: 'string';
  /** As it is written, with its quotes. */
  readonly text: string;
  readonly value: string;
  readonly holed: boolean;
  /** Whether a backslash is in it: what it means is documented nowhere. */
  readonly escaped: boolean;
}

interface NumberConstant extends Span {
  readonly kind: 'number';
  /** As it is written, every digit. */
  readonly text: string;
}

interface BooleanConstant extends Span {
  readonly kind: 'boolean';
  readonly text: string;
  readonly value: boolean;
}

interface NullConstant extends Span {
  readonly kind: 'null';
  readonly text: string;
}

export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Operand[];
}

/** Where an operand belongs and none stands; its length is 0. */
export interface MissingOperand extends Span {
  readonly kind: 'missing';
}

/** All that an expression is made of, each before what is below it, in the order of the text. */
export function nodesOf(root: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (node.kind === 'negation') waiting.push(node.term);
    if (node.kind !== 'chain') continue;
    for (let index = node.terms.length - 1; index >= 0; index -= 1) {
      const term = node.terms[index];
      if (term !== undefined) waiting.push(term);
    }
  }
  return found;
}

/** The word that joins all terms; undefined if AND and OR are mixed, and 'hole' if one is not known. */
export function onlyWordOf({ joins }: Chain): Join['word'] | undefined {
  let only = joins[0]?.word;
  for (const { word } of joins) {
    if (word === 'hole') return word;
    if (word !== only) only = undefined;
  }
  return only;
}

/** The terms of a chain by the reading in which AND binds closer than OR. */
export function andGroupsOf({ terms, joins }: Chain): readonly (readonly Expression[])[] {
  const groups: Expression[][] = [[]];
  for (const [index, term] of terms.entries()) {
    if (joins[index - 1]?.word === 'OR') groups.push([]);
    groups.at(-1)?.push(term);
  }
  return groups;
}
