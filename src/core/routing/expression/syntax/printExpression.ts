import type { Chain, Comparison, Expression, Operand } from './expression.ts';

/**
 * An expression in one form: keywords in capitals, `==`, single quotes, one blank between. What was
 * parsed without faults is parsed from it again. Takes no recursion, as a tree can be deeper than the stack.
 */
export function printExpression(root: Expression): string {
  const parts: string[] = [];
  const waiting: (Expression | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next);
    else {
      switch (next.kind) {
        case 'comparison':
          parts.push(printComparison(next));
          break;
        case 'hole':
          parts.push(next.text);
          break;
        case 'negation':
          parts.push('NOT ');
          waiting.push(...inParentheses(next.term));
          break;
        case 'chain':
          pushChain(waiting, next);
          break;
      }
    }
  }
  return parts.join('');
}

export function printComparison({ left, operator, right }: Comparison): string {
  const name = operator.name === 'hole' ? operator.text : operator.name;
  const texts = [printOperand(left), name === 'missing' ? '' : name, printOperand(right)];
  return texts.filter((text) => text !== '').join(' ');
}

export function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'string': {
      const { text, value, holed, escaped } = operand;
      return holed || escaped || value.includes("'") ? text : `'${value}'`;
    }
    case 'list':
      return `[${operand.items.map(printOperand).join(', ')}]`;
    case 'path':
    case 'number':
    case 'boolean':
    case 'null':
    case 'hole':
      return operand.text;
    case 'missing':
      return '';
  }
}

/** Last first, as they are taken from the end. */
function inParentheses(term: Expression): readonly (Expression | string)[] {
  return term.kind === 'chain' ? [')', term, '('] : [term];
}

function pushChain(waiting: (Expression | string)[], { terms, joins }: Chain): void {
  for (const [index, term] of [...terms.entries()].reverse()) {
    for (const part of inParentheses(term)) waiting.push(part);
    const join = joins[index - 1];
    if (join === undefined) continue;
    const word = join.word === 'hole' ? join.text : join.word;
    waiting.push(word === '' ? ' ' : ` ${word} `);
  }
}
