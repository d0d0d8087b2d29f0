import { oneLine } from '../../core/messages/plainText.ts';

/**
 * Escapes data for places where VS Code renders `$(…)` as an icon and `[…](…)` as a link, which may
 * run a command. A zero-width space prevents both. Other invisible characters are made visible.
 */
export function plainText(text: string): string {
  return oneLine(text).replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
