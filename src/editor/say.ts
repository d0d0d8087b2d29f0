import { l10n } from 'vscode';
import { formatMessage } from '../core/messages/formatMessage.ts';
import type { Message } from '../core/messages/message.ts';

/** A message in the user's display language. */
export function say(message: Message): string {
  return formatMessage(message, (text, ...args) => l10n.t(text, ...args));
}
