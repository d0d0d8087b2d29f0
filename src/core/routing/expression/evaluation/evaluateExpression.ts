import {
  andGroupsOf,
  nodesOf,
  onlyWordOf,
  type Chain,
  type Expression,
} from '../syntax/expression.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import type { ExpressionDoubt } from '../syntax/expressionFault.ts';
import { MAX_REASONS, type ClauseTrace, type Evaluation } from './evaluation.ts';
import type { Reason } from './reason.ts';
import type { RoutingValues } from './routingValues.ts';
import { traceClause } from './traceClause.ts';
import { doubted, FALSE, joined, negated, probable, uncertain, type Verdict } from './verdict.ts';

/** In three values, with what each condition met. Takes time in proportion to the expression. */
export function evaluateExpression(parsed: ParsedExpression, values: RoutingValues): Evaluation {
  const { root, faults, doubts } = parsed;
  const [fault] = faults;
  if (fault !== undefined) {
    const reasons = faults
      .slice(0, MAX_REASONS)
      .map((one) => ({ kind: 'fault', fault: one }) as const);
    return { outcome: 'invalid', reasons, offset: fault.offset, clauses: [] };
  }
  if (root === undefined) return evaluateNothing(doubts, values);
  const { verdicts, clauses } = judgeAll(root, values);
  const verdict = verdicts.get(root) ?? uncertain();
  const deciding = findDeciding(root, verdicts, clauses);
  const clausesOnly = { clauses: [...clauses.values()] };
  // If TaskRouter refused the expression for one of them, no condition would count.
  const [refusable] = doubts.filter(({ code }) => code !== 'capitalConstant');
  if (refusable !== undefined) {
    const reasons = [...reasonsFor(doubts), ...deciding.reasons].slice(0, MAX_REASONS);
    const isLikelyRefused = doubts.some(({ code }) => code === 'logicSign');
    const outcome = isLikelyRefused ? uncertain() : doubted(verdict);
    return { ...outcome, reasons, offset: refusable.offset, ...clausesOnly };
  }
  const { reasons, offset } = deciding;
  if (verdict.outcome !== 'uncertain') return { ...verdict, reasons, ...clausesOnly };
  return { ...verdict, reasons, ...(offset !== undefined && { offset }), ...clausesOnly };
}

function evaluateNothing(doubts: readonly ExpressionDoubt[], values: RoutingValues): Evaluation {
  if (values.scope !== 'worker') {
    return { ...uncertain(), reasons: reasonsFor(doubts), offset: 0, clauses: [] };
  }
  const reason: Reason = { kind: 'rule', rule: 'emptyMatchesNobody', operator: '' };
  return { ...FALSE, reasons: [reason], clauses: [] };
}

function reasonsFor(doubts: readonly ExpressionDoubt[]): readonly Reason[] {
  return doubts.map((doubt) => ({ kind: 'doubt', doubt }));
}

type Verdicts = ReadonlyMap<Expression, Verdict>;
type Clauses = ReadonlyMap<Expression, ClauseTrace>;

function judgeAll(root: Expression, values: RoutingValues) {
  const verdicts = new Map<Expression, Verdict>();
  const clauses = new Map<Expression, ClauseTrace>();
  for (const node of nodesOf(root).toReversed()) {
    const verdictOfTerm = (term: Expression) => verdicts.get(term) ?? uncertain();
    switch (node.kind) {
      case 'comparison':
      case 'hole':
        clauses.set(node, traceClause(node, values));
        verdicts.set(node, clauses.get(node) ?? uncertain());
        break;
      case 'negation':
        verdicts.set(node, negated(verdictOfTerm(node.term)));
        break;
      case 'chain':
        verdicts.set(node, judgeChain(node, verdictOfTerm));
        break;
    }
  }
  return { verdicts, clauses: new Map([...clauses].reverse()) };
}

function judgeChain(chain: Chain, verdictOf: (term: Expression) => Verdict): Verdict {
  const verdicts = chain.terms.map(verdictOf);
  const word = onlyWordOf(chain);
  if (word === 'hole') return uncertain();
  if (word !== undefined) return joined(word, verdicts);
  const groups = andGroupsOf(chain).map((group) => joined('AND', group.map(verdictOf)));
  const [one, other] = [joined('OR', groups), leftToRight(chain, verdicts)];
  const isSame = one.outcome === other.outcome && one.outcome !== 'uncertain';
  return isSame ? one : uncertain(probable(one));
}

function leftToRight(
  { joins }: Chain,
  [first = uncertain(), ...others]: readonly Verdict[],
): Verdict {
  return others.reduce(
    (before, verdict, index) =>
      joined(joins[index]?.word === 'OR' ? 'OR' : 'AND', [before, verdict]),
    first,
  );
}

/** The reasons of the conditions that an outcome follows from, and where the first doubt is. */
function findDeciding(root: Expression, verdicts: Verdicts, clauses: Clauses) {
  const reasons: Reason[] = [];
  let offset: number | undefined;
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (reasons.length >= MAX_REASONS) break;
    const isUncertain = verdicts.get(node)?.outcome === 'uncertain';
    if (node.kind === 'negation') waiting.push(node.term);
    else if (node.kind === 'chain') {
      const mixed = isUncertain && onlyWordOf(node) === undefined;
      if (mixed) {
        reasons.push({ kind: 'rule', rule: 'mixedPrecedence', operator: '' });
        offset ??= node.joins.find(({ word }) => word !== node.joins[0]?.word)?.offset;
      }
      for (const term of decidingTerms(node, verdicts).toReversed()) waiting.push(term);
    } else {
      if (isUncertain) offset ??= node.offset;
      reasons.push(...(clauses.get(node)?.reasons ?? []));
    }
  }
  return { reasons: reasons.slice(0, MAX_REASONS), offset };
}

function decidingTerms(chain: Chain, verdicts: Verdicts): readonly Expression[] {
  const outcomeOf = (node: Expression) => verdicts.get(node)?.outcome;
  const word = onlyWordOf(chain);
  const outcome = outcomeOf(chain);
  if (word !== 'AND' && word !== 'OR') return chain.terms;
  const neutral = word === 'AND' ? 'true' : 'false';
  return outcome === neutral
    ? chain.terms
    : chain.terms.filter((term) => outcomeOf(term) === outcome);
}
