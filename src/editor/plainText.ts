/**
 * Text that is data, for places where the editor makes icons of `$(…)` and links, commands among
 * them, of `[…](…)`: a space without width keeps either from being one.
 */
export function plainText(text: string): string {
  return text.replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
