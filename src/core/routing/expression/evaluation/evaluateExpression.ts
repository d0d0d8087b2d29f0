import {
  andGroupsOf,
  nodesOf,
  onlyWordOf,
  type Chain,
  type Comparison,
  type Expression,
  type ExpressionHole,
} from '../syntax/expression.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import type { ExpressionDoubt } from '../syntax/expressionFault.ts';
import { MAX_REASONS, type ClauseTrace, type Evaluation } from './evaluation.ts';
import type { Reason } from './reason.ts';
import type { RoutingValues } from './routingValues.ts';
import { judgeClause, traceClause } from './traceClause.ts';
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
  const traces = new Map<Expression, ClauseTrace>();
  const verdicts = judgeAll(root, (clause) => {
    const trace = traceClause(clause, values);
    traces.set(clause, trace);
    return trace;
  });
  const clauses = new Map([...traces].reverse());
  const verdict = verdicts.get(root) ?? uncertain();
  const deciding = findDeciding(root, verdicts, clauses);
  const clausesOnly = { clauses: [...clauses.values()] };
  const refusable = doubts.find(isRefusable);
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

/**
 * The outcome alone, as {@link evaluateExpression} has it, for thousands of values: putting reasons together
 * takes most of the time.
 */
export function outcomeOf(parsed: ParsedExpression, values: RoutingValues): Evaluation['outcome'] {
  const { root, faults, doubts } = parsed;
  if (faults.length > 0) return 'invalid';
  if (root === undefined) return evaluateNothing(doubts, values).outcome;
  if (doubts.some(isRefusable)) return 'uncertain';
  if (root.kind === 'comparison') return judgeClause(root, values).outcome;
  return judgeAll(root, (clause) => judgeClause(clause, values)).get(root)?.outcome ?? 'uncertain';
}

/** If TaskRouter refused the expression for it, no condition would count. */
function isRefusable({ code }: ExpressionDoubt): boolean {
  return code !== 'capitalConstant';
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

/** The verdicts of all parts, the inner ones first, by those of the conditions. */
function judgeAll(
  root: Expression,
  judge: (clause: Comparison | ExpressionHole) => Verdict,
): Verdicts {
  const verdicts = new Map<Expression, Verdict>();
  const verdictOfTerm = (term: Expression) => verdicts.get(term) ?? uncertain();
  for (const node of nodesOf(root).toReversed()) {
    switch (node.kind) {
      case 'comparison':
      case 'hole':
        verdicts.set(node, judge(node));
        break;
      case 'negation':
        verdicts.set(node, negated(verdictOfTerm(node.term)));
        break;
      case 'chain':
        verdicts.set(node, judgeChain(node, verdictOfTerm));
        break;
    }
  }
  return verdicts;
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
