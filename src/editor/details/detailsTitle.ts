import { l10n } from 'vscode';
import type { MessageArgument } from '../../core/messages/message.ts';
import { shownText } from '../../core/privacy/shownText.ts';
import { say } from '../say.ts';
import { settings } from '../settings.ts';

/** A SID's last digits tell it from others, and leave room for the status. */
const DIGITS = 8;

/** Characters of a status that there is room for in a tab. */
const LONGEST = 30;

/** The title of a page's tab. */
export function detailsTitle(taskSid: string, status: MessageArgument | undefined): string {
  const digits = taskSid.slice(-DIGITS);
  return status === undefined
    ? l10n.t('Task {0}', digits)
    : l10n.t('{0} · {1}', digits, shownText(say(status), settings.privacyMode(), LONGEST));
}
