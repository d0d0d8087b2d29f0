import type { Span } from './span.ts';

export type TokenKind =
  | 'path'
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  /** Signs, and `HAS`, `IN`, `CONTAINS` in any case. */
  | 'operator'
  | 'and'
  | 'or'
  | 'not'
  | 'open'
  | 'close'
  | 'openList'
  | 'closeList'
  | 'comma'
  /** A placeholder such as `${…}` or `{{…}}`. */
  | 'hole'
  | 'unknown';

/** A token of an expression; what is between tokens is white space. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** Whether a part of it is a placeholder. */
  readonly holed?: true;
  /** Whether it is a string whose quote is not closed, or a placeholder that does not end. */
  readonly unclosed?: true;
}
