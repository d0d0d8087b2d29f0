import {
  nodesOf,
  onlyWordOf,
  type Chain,
  type Comparison,
  type Expression,
  type Operand,
} from '../syntax/expression.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import type { Token } from '../syntax/token.ts';

const SWAPPED: Readonly<Record<string, string>> = {
  ...{ '==': '==', '!=': '!=', '>': '<', '>=': '<=', '<': '>', '<=': '>=' },
};

/**
 * For each expression that means the same as one before it: the index of the first such one. Only those
 * that are made of the same words are compared.
 */
export function findSame(expressions: readonly ParsedExpression[]): ReadonlyMap<number, number> {
  const identity = new ExpressionIdentity();
  const alike = new Map<number, number[]>();
  for (const [index, { root, tokens }] of expressions.entries()) {
    if (root === undefined) continue;
    const words = fingerprintOf(tokens);
    const before = alike.get(words);
    if (before === undefined) alike.set(words, [index]);
    else before.push(index);
  }
  const same = new Map<number, number>();
  for (const indices of alike.values()) {
    if (indices.length < 2) continue;
    const first = new Map<number, number>();
    for (const index of indices) {
      const root = expressions[index]?.root;
      if (root === undefined) continue;
      const id = identity.idOf(root);
      const before = first.get(id);
      if (before === undefined) first.set(id, index);
      else same.set(index, before);
    }
  }
  return same;
}

/** A number that does not depend on the order of keys and constants, nor on how strings are quoted. */
function fingerprintOf(tokens: readonly Token[]): number {
  let sum = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'path' && kind !== 'string' && kind !== 'number' && kind !== 'hole') continue;
    const quotes = Number(kind === 'string');
    let hash = 7;
    for (let at = quotes; at < text.length - quotes; at += 1) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    }
    sum = (sum + hash) | 0;
  }
  return sum;
}

/**
 * Numbers expressions so that those that mean the same have the same number: the order of what AND or OR
 * joins, the side of a constant, and how operators and strings are written do not matter. Each part is
 * numbered once, so that comparing any number of expressions takes time in proportion to their length.
 */
class ExpressionIdentity {
  readonly #numbers = new Map<string, number>();

  idOf(root: Expression): number {
    const ids = new Map<Expression, number>();
    for (const node of nodesOf(root).toReversed()) ids.set(node, this.#idOfNode(node, ids));
    return ids.get(root) ?? -1;
  }

  #idOfNode(node: Expression, ids: ReadonlyMap<Expression, number>): number {
    switch (node.kind) {
      case 'comparison':
        return this.#idOfComparison(node);
      case 'hole':
        return this.#number('hole', node.text);
      case 'negation':
        return this.#number('not', ids.get(node.term) ?? -1);
      case 'chain':
        return this.#idOfChain(
          node,
          node.terms.map((term) => ids.get(term) ?? -1),
        );
    }
  }

  #idOfChain(chain: Chain, terms: readonly number[]): number {
    const word = onlyWordOf(chain);
    if (word === 'AND' || word === 'OR') {
      const different = [...new Set(terms)].sort((one, other) => one - other);
      const [first = -1] = different;
      return different.length === 1 ? first : this.#number(word, ...different);
    }
    const joins = chain.joins.map((join) => (join.word === 'hole' ? join.text : join.word));
    return this.#number('mixed', ...terms.flatMap((term, index) => [term, joins[index] ?? '']));
  }

  #idOfComparison({ left, operator, right }: Comparison): number {
    const name = operator.name === 'hole' ? operator.text : operator.name;
    const swapped = left.kind === 'path' || right.kind !== 'path' ? undefined : SWAPPED[name];
    const isSet = name === 'IN' || name === 'NOT IN';
    const [one, other] = [this.#idOfOperand(left), this.#idOfOperand(right, isSet)];
    return swapped === undefined
      ? this.#number('comparison', name, one, other)
      : this.#number('comparison', swapped, other, one);
  }

  #idOfOperand(operand: Operand, isSet = false): number {
    switch (operand.kind) {
      case 'list': {
        const items = operand.items.map((item) => this.#idOfOperand(item));
        const different = isSet ? [...new Set(items)].sort((one, other) => one - other) : items;
        return this.#number('list', ...different);
      }
      case 'string':
        return operand.holed || operand.escaped
          ? this.#number('text', operand.text)
          : this.#number('string', operand.value);
      case 'boolean':
        return this.#number('boolean', String(operand.value));
      case 'null':
        return this.#number('null');
      case 'path':
      case 'number':
      case 'hole':
        return this.#number(operand.kind, operand.text);
      case 'missing':
        return this.#number('missing', operand.offset);
    }
  }

  #number(kind: string, ...parts: readonly (string | number)[]): number {
    const key = `${kind} ${parts.join(' ')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
