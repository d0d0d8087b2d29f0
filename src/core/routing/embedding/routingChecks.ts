import { checkReadConfiguration } from '../check/checkConfiguration.ts';
import { CheckedExpressions } from '../check/checkedExpressions.ts';
import { checkExpression } from '../check/checkExpression.ts';
import type { RoutingProblem } from '../check/routingProblem.ts';
import type { OffsetMap } from '../configuration/offsetMap.ts';
import { hasPlaceholder } from '../configuration/placeholders.ts';
import { escapeFor, type StringStyle } from '../configuration/stringLiteral.ts';
import type { Span, TextFix } from '../expression/syntax/span.ts';
import type { PlacedConfiguration, PlacedExpression, RoutingText } from './routingText.ts';

/** A problem with its place in the document, and the fixes that are certain there. */
export interface PlacedProblem extends RoutingProblem {
  /** Whether it is in a string of the document, so that what checks the document itself sees none of it. */
  readonly isEmbedded: boolean;
}

/** Checks the routing of a document again and again while it is edited, and each time only what changed. */
export class RoutingChecks {
  /** By the index of the configuration in the document. */
  readonly #checked: CheckedExpressions[] = [];

  /** What is wrong, in the order of the text. */
  check({ configurations, expressions }: RoutingText): readonly PlacedProblem[] {
    this.#checked.length = Math.min(this.#checked.length, configurations.length);
    const problems = configurations.flatMap((configuration, index) =>
      checkReadConfiguration(
        configuration.read,
        (this.#checked[index] ??= new CheckedExpressions()),
      ).map((problem) => placedInDocument(problem, configuration)),
    );
    for (const expression of expressions) {
      if (expression.configuration === undefined) problems.push(...checkTargetWorkers(expression));
    }
    return problems.sort((one, other) => one.offset - other.offset);
  }
}

const JSON_STRING: StringStyle = { close: '"', isMultiline: false, escapes: 'all' };

function checkTargetWorkers({ text, map, isClosed }: PlacedExpression): readonly PlacedProblem[] {
  // Of a string that is not closed, what is missing is the quote.
  if (!isClosed) return [];
  return checkExpression(text, 'worker').map((problem) =>
    placedInDocument(problem, { map, style: JSON_STRING }),
  );
}

/** @param problem with its offsets in what the map leads from */
export function placedInDocument(
  problem: RoutingProblem,
  { map, style }: Pick<PlacedConfiguration, 'map' | 'style'>,
): PlacedProblem {
  const fixes = problem.fixes.flatMap((fix): readonly TextFix[] => {
    // In a placeholder, quotes are not escaped as those around them are.
    const isCertain = !fix.text.includes('\\') || !hasPlaceholder(fix.text);
    const text = style === undefined ? fix.text : escapeFor(style, fix.text);
    return text === undefined || !isCertain ? [] : [{ ...placeOf(fix, map), text }];
  });
  return { ...problem, ...placeOf(problem, map), fixes, isEmbedded: style !== undefined };
}

function placeOf({ offset, length }: Span, map: OffsetMap): Span {
  const start = map.toText(offset);
  return { offset: start, length: Math.max(0, map.toText(offset + length) - start) };
}
