import type { Message } from '../../messages/message.ts';
import type { ExpressionFinding } from '../expression/analysis/expressionFinding.ts';
import type { KnownWorkerFault } from '../expression/knownWorker.ts';
import type { OrderFault } from '../expression/orderBy.ts';
import type { DoubtCode, FaultCode } from '../expression/syntax/expressionFault.ts';
import type { Span, TextFix } from '../expression/syntax/span.ts';
import { describeProblem } from './describeProblem.ts';

/** What is wrong with a configuration apart from its expressions. */
export type ConfigurationProblem =
  | 'invalidJson'
  | 'missingTaskRouting'
  | 'unknownKey'
  | 'misplacedKey'
  /** In `default_filter`. */
  | 'undocumentedKey'
  | 'wrongType'
  | 'wrongSid'
  | 'notANumber'
  | 'numberTooSmall'
  | 'missingQueue'
  | 'twoKnownWorkers'
  | 'unreachableFilter'
  | 'timeoutCancels';

/** At odds with the attributes of what was fetched, which only the editor knows. */
export type FetchedProblem =
  /** A list operator on what is no list there. */
  | 'fetchedScalar'
  /** `==` or `!=` on what is a list there. */
  | 'fetchedList';

export type ProblemKind =
  | ConfigurationProblem
  | FetchedProblem
  | FaultCode
  | DoubtCode
  | ExpressionFinding['code']
  | OrderFault['code']
  | KnownWorkerFault['code'];

/**
 * An error leaves no reading, or a refusal of it is recorded; a warning is certain to be a mistake; a
 * hint is doubtful.
 */
export type ProblemSeverity = 'error' | 'warning' | 'hint';

/** Something wrong with a configuration or an expression, as data. */
export interface RoutingProblem extends Span {
  readonly kind: ProblemKind;
  /** For settings and links, such as `unclosed-quote`. */
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly message: Message;
  /** What the message names: what is written, what is meant. */
  readonly args: readonly string[];
  /** Ways to put it right, the most probable first. */
  readonly fixes: readonly TextFix[];
}

interface ProblemOptions<Kind> extends Span {
  readonly kind: Kind;
  readonly severity: ProblemSeverity;
  readonly args?: readonly string[];
  readonly fixes?: readonly TextFix[];
}

export function routingProblem(options: ProblemOptions<ConfigurationProblem>): RoutingProblem {
  return problemWith(describeProblem(options.kind, options.args ?? []), options);
}

/** For what is described elsewhere. */
export function problemWith(
  text: Message,
  { kind, severity, offset, length, args = [], fixes = [] }: ProblemOptions<ProblemKind>,
): RoutingProblem {
  const code = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { kind, code, severity, message: text, offset, length, args, fixes };
}
