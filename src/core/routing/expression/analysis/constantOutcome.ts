import { judge } from '../evaluation/condition.ts';
import { valueOfConstant } from '../evaluation/routingValue.ts';
import { joined, negated, uncertain, type Verdict } from '../evaluation/verdict.ts';
import { nodesOf, onlyWordOf, type Comparison, type Expression } from '../syntax/expression.ts';

/**
 * 'true' or 'false' if an expression is so whatever the attributes are, such as `1==1`, which Twilio gives
 * as the default of TaskQueues; undefined else, and for what no source says.
 */
export function constantOutcome(root: Expression): 'true' | 'false' | undefined {
  const nodes = nodesOf(root);
  // Where each condition has a key, as nearly everywhere, there is nothing to find.
  if (nodes.every((node) => node.kind !== 'comparison' || hasKey(node))) return undefined;
  const verdicts = new Map<Expression, Verdict>();
  const verdictOf = (node: Expression) => verdicts.get(node) ?? uncertain();
  for (const node of nodes.toReversed()) {
    switch (node.kind) {
      case 'comparison':
        verdicts.set(node, verdictOfConstants(node));
        break;
      case 'hole':
        break;
      case 'negation':
        verdicts.set(node, negated(verdictOf(node.term)));
        break;
      case 'chain': {
        const terms = node.terms.map(verdictOf);
        const word = onlyWordOf(node);
        // Of a mixed chain: only what both readings give, as all terms are the same.
        const [all, any] = [joined('AND', terms), joined('OR', terms)];
        if (word === 'AND' || word === 'OR') verdicts.set(node, word === 'AND' ? all : any);
        else if (word === undefined && all.outcome === any.outcome) verdicts.set(node, all);
        break;
      }
    }
  }
  const { outcome } = verdictOf(root);
  return outcome === 'uncertain' ? undefined : outcome;
}

function hasKey({ left, right }: Comparison): boolean {
  return left.kind === 'path' || right.kind === 'path';
}

function verdictOfConstants({ left, operator, right }: Comparison): Verdict {
  const [one, other] = [valueOfConstant(left), valueOfConstant(right)];
  const { name } = operator;
  const isKnown = name !== 'hole' && name !== 'missing';
  if (!isKnown || one === undefined || other === undefined) return uncertain();
  // Quotes around what may be meant as a key: see the rule `quotedKey`.
  if (left.kind === 'string') return uncertain();
  return judge(name, { value: one, constant: true }, { value: other, constant: true }).verdict;
}
