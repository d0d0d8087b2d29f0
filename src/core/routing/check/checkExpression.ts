import { WHOLE_SID } from '../../resources/sidPattern.ts';
import { describeFinding } from '../expression/analysis/expressionFinding.ts';
import { findInExpression } from '../expression/analysis/expressionFindings.ts';
import { describeKnownWorkerFault, parseKnownWorker } from '../expression/knownWorker.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import { describeOrderFault, parseOrderBy } from '../expression/orderBy.ts';
import {
  describeDoubt,
  describeFault,
  type DoubtCode,
} from '../expression/syntax/expressionFault.ts';
import { parseExpression, type ParsedExpression } from '../expression/syntax/parseExpression.ts';
import type { Span, TextFix } from '../expression/syntax/span.ts';
import {
  problemWith,
  type ProblemKind,
  type ProblemSeverity,
  type RoutingProblem,
} from './routingProblem.ts';

/** What is unusual, but inferred to work or in production use. */
const unusual: ReadonlySet<DoubtCode> = new Set([
  ...(['negativeNumber', 'operandInParentheses', 'digitFirstKey'] as const),
]);

/** What is wrong with an expression in a scope, such as the `target_workers` of a TaskQueue. */
export function checkExpression(text: string, scope: ExpressionScope): readonly RoutingProblem[] {
  return checkParsed(parseExpression(text), scope);
}

export function checkParsed(
  parsed: ParsedExpression,
  scope: ExpressionScope,
): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  for (const fault of parsed.faults) {
    problems.push(problemWith(describeFault(fault), optionsOf(fault, 'error')));
  }
  for (const doubt of parsed.doubts) {
    if (unusual.has(doubt.code)) continue;
    problems.push(problemWith(describeDoubt(doubt), optionsOf(doubt, 'hint')));
  }
  for (const finding of findInExpression(parsed, scope)) {
    const { code, text, suggestion, fixes, severity, offset, length } = finding;
    const args = suggestion === undefined ? [text] : [text, suggestion];
    const options = { kind: code, offset, length, args, fixes, severity: severities[severity] };
    problems.push(problemWith(describeFinding(finding), options));
  }
  return problems;
}

/** What is wrong with an `order_by`. */
export function checkOrderBy(text: string): readonly RoutingProblem[] {
  return parseOrderBy(text).faults.map((fault) =>
    problemWith(describeOrderFault(fault), optionsOf(fault, severities[fault.severity])),
  );
}

/** What is wrong with the key of a known Worker. */
export function checkKnownWorker(text: string): readonly RoutingProblem[] {
  const { fault } = parseKnownWorker(text);
  if (fault === undefined) return [];
  if (!WHOLE_SID.test(text)) {
    return [problemWith(describeKnownWorkerFault(fault), optionsOf(fault, 'warning'))];
  }
  // A SID is no key, but what TaskRouter makes of one is documented nowhere.
  const { offset, length } = fault;
  const noKey = { code: 'notAKey', text, offset, length } as const;
  return [problemWith(describeKnownWorkerFault(noKey), optionsOf(noKey, 'hint'))];
}

const severities = { certain: 'warning', doubtful: 'hint' } as const;

function optionsOf(
  {
    code,
    text,
    fix,
    offset,
    length,
  }: Span & { readonly code: ProblemKind; readonly text: string; readonly fix?: TextFix },
  severity: ProblemSeverity,
) {
  const fixes = fix === undefined ? [] : [fix];
  return { kind: code, severity, offset, length, args: [text], fixes };
}
