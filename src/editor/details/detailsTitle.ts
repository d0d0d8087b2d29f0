import { l10n } from 'vscode';
import type { MessageArgument } from '../../core/messages/message.ts';
import { oneLine } from '../../core/messages/oneLine.ts';
import { say } from '../say.ts';

/** A SID's last digits tell it from others, and leave room for the status. */
const DIGITS = 8;

/** The title of a page's tab. */
export function detailsTitle(taskSid: string, status: MessageArgument | undefined): string {
  const digits = taskSid.slice(-DIGITS);
  return status === undefined
    ? l10n.t('Task {0}', digits)
    : l10n.t('{0} · {1}', digits, oneLine(say(status)));
}
