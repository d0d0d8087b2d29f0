import type { RoutingProblem } from '../check/routingProblem.ts';
import { placedInDocument, type PlacedProblem } from '../embedding/routingChecks.ts';
import type { PlacedExpression, RoutingText } from '../embedding/routingText.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import { parseExpression } from '../expression/syntax/parseExpression.ts';
import type { FetchedKinds } from './fetchedKinds.ts';
import { checkFetchedKinds } from './kindFindings.ts';

/**
 * Compares the routing of a document with what was fetched, again and again while it is edited: what did not
 * change is not read again, as long as the kinds are the same object.
 */
export class FetchedChecks {
  #kinds: FetchedKinds | undefined;
  /** By scope and text. */
  #before: ReadonlyMap<string, readonly RoutingProblem[]> = new Map();

  /** Hints, in the order of the text. */
  check({ expressions }: RoutingText, kinds: FetchedKinds): readonly PlacedProblem[] {
    const before = this.#kinds === kinds ? this.#before : undefined;
    const now = new Map<string, readonly RoutingProblem[]>();
    this.#kinds = kinds;
    this.#before = now;
    if (kinds.task.size + kinds.worker.size === 0) return [];
    return expressions.flatMap((expression) => {
      const { scope, text, isClosed } = expression;
      // Of a string that is not closed, what is missing is the quote.
      if (!isClosed || scope === 'orderBy' || scope === 'knownWorker') return [];
      const key = `${scope} ${text}`;
      const problems = now.get(key) ?? before?.get(key) ?? checkOnce(text, scope, kinds);
      now.set(key, problems);
      return problems.map((problem) => placed(problem, expression));
    });
  }
}

function checkOnce(text: string, scope: ExpressionScope, kinds: FetchedKinds) {
  return checkFetchedKinds(parseExpression(text), scope, kinds);
}

function placed(
  { fixes, ...problem }: RoutingProblem,
  { map, configuration }: PlacedExpression,
): PlacedProblem {
  const inJson = fixes.map((fix) => ({ ...fix, text: JSON.stringify(fix.text).slice(1, -1) }));
  const style = configuration?.style;
  const place = style === undefined ? { map } : { map, style };
  return placedInDocument({ ...problem, fixes: inJson }, place);
}
