import { constantOutcome } from '../expression/analysis/constantOutcome.ts';
import { EXPRESSION_SCOPES, type ExpressionScope } from '../expression/names/expressionScope.ts';
import { parseExpression, type ParsedExpression } from '../expression/syntax/parseExpression.ts';
import { checkParsed } from './checkExpression.ts';
import type { RoutingProblem } from './routingProblem.ts';

/** What is known of an expression without its tree. */
export interface CheckedExpression {
  /** Their offsets are in the expression. */
  readonly problems: readonly RoutingProblem[];
  /** Whether it has a meaning that no placeholder hides. */
  readonly isKnown: boolean;
  /** If it is so whatever the attributes are. */
  readonly constant: 'true' | 'false' | undefined;
  /** The same for expressions of the same keys and strings, in whatever order and quotes. */
  readonly fingerprint: number;
}

/**
 * The expressions of a configuration that is checked again and again while it is edited: what did not
 * change is not read again. Trees are not kept, which would take longer to clean up than to make.
 */
export class CheckedExpressions {
  #before = emptyMaps();
  #now = emptyMaps();

  /** Forgets what was not asked for since it was called last. */
  begin(): void {
    this.#before = this.#now;
    this.#now = emptyMaps();
  }

  of(text: string, scope: ExpressionScope): CheckedExpression {
    const known = this.#now[scope].get(text);
    if (known !== undefined) return known;
    const checked = this.#before[scope].get(text) ?? checkOnce(text, scope);
    this.#now[scope].set(text, checked);
    return checked;
  }
}

function emptyMaps(): Readonly<Record<ExpressionScope, Map<string, CheckedExpression>>> {
  return Object.fromEntries(EXPRESSION_SCOPES.map((scope) => [scope, new Map()])) as Record<
    ExpressionScope,
    Map<string, CheckedExpression>
  >;
}

function checkOnce(text: string, scope: ExpressionScope): CheckedExpression {
  const parsed = parseExpression(text);
  const { root, faults, tokens } = parsed;
  const isKnown = root !== undefined && faults.length === 0 && !tokens.some(isPlaceholder);
  return {
    problems: checkParsed(parsed, scope),
    isKnown,
    constant: isKnown ? constantOutcome(root) : undefined,
    fingerprint: fingerprintOf(parsed),
  };
}

function isPlaceholder({ kind, holed }: ParsedExpression['tokens'][number]): boolean {
  return kind === 'hole' || holed === true;
}

function fingerprintOf({ text, tokens }: ParsedExpression): number {
  let sum = 0;
  for (const { kind, offset, length } of tokens) {
    if (kind !== 'path' && kind !== 'string') continue;
    const quote = kind === 'string' ? 1 : 0;
    let hash = 17;
    for (let at = offset + quote; at < offset + length - quote; at += 1) {
      hash = (hash * 31 + text.charCodeAt(at)) | 0;
    }
    sum = (sum + hash) | 0;
  }
  return sum;
}
