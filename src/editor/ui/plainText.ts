import { oneLine } from '../../core/messages/plainText.ts';

/**
 * Text that is data, for places where the editor makes icons of `$(…)` and links, commands among
 * them, of `[…](…)`: a space without width keeps either from being one. Nothing else in it is unseen.
 */
export function plainText(text: string): string {
  return oneLine(text).replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
