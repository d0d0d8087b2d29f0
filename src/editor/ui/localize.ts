import { l10n } from 'vscode';
import { formatMessage, type MessageArgument } from '../../core/messages/message.ts';

/** A message in the display language. Data is not translated. */
export function localize(text: MessageArgument): string {
  if (typeof text !== 'object') return String(text);
  return formatMessage(text, (english, ...args) => l10n.t(english, ...args));
}

/** Joins facts to one line. */
export function joinFacts(facts: readonly MessageArgument[]): string {
  return facts.map(localize).join(' · ');
}
