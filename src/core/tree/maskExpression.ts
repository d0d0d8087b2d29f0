/** Strings, also one that nobody closed, and numbers: what an expression holds of attributes. */
const VALUE =
  /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|(?<![\p{L}\p{N}_.])-?\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/**
 * What `taskrouter.privacyMode` shows of an expression over attributes: as in attributes themselves, the
 * names stay and the values are masked.
 */
export function maskExpression(expression: string): string {
  return expression.replace(VALUE, '•••');
}
