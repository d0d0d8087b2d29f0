import type { Path } from './syntax/expression.ts';
import type { Span } from './syntax/span.ts';

export interface OrderClause extends Span {
  readonly path: Path;
  readonly direction: 'ASC' | 'DESC';
}

export interface ParsedOrder {
  readonly clauses: readonly OrderClause[];
  readonly faults: readonly OrderFault[];
  /** Whether a part of it is a placeholder. */
  readonly holed: boolean;
}

export interface OrderFault extends Span {
  readonly code:
    'missingPath' | 'notOfWorker' | 'missingDirection' | 'unknownWord' | 'danglingComma';
  readonly text: string;
  readonly severity: 'certain' | 'doubtful';
}

export function parseOrderBy(text: string): ParsedOrder {
  return { clauses: [], faults: [], holed: text === '' };
}
