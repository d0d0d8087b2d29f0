import { l10n, Uri } from 'vscode';
import type { MessageArgument } from '../../core/messages/message.ts';
import { shownText } from '../../core/privacy/shownText.ts';
import { taskStatuses } from '../../core/resources/taskStatus.ts';
import { settings } from '../settings.ts';
import { localize } from '../ui/localize.ts';

/** Enough of a SID's last digits to be distinct, with room for the status. */
const SHOWN_DIGITS = 8;

/** How much of a status a tab has room for. */
const MAX_STATUS_CHARS = 30;

/** The title of a page's tab. */
export function detailsTitle(taskSid: string, status: MessageArgument | undefined): string {
  const digits = taskSid.slice(-SHOWN_DIGITS);
  return status === undefined
    ? l10n.t('Task {0}', digits)
    : l10n.t(
        '{0} · {1}',
        digits,
        shownText(localize(status), settings.privacyMode(), MAX_STATUS_CHARS),
      );
}

const NAMES: readonly string[] = [...taskStatuses, 'gone'];

/**
 * The icon of a page's tab, by status. VS Code 1.100 accepts only files, one for light and one for
 * dark themes.
 */
export function statusIcons(
  extensionUri: Uri,
  status: string | undefined,
): { readonly light: Uri; readonly dark: Uri } {
  const name = status !== undefined && NAMES.includes(status) ? status : 'unknown';
  const file = (theme: string) =>
    Uri.joinPath(extensionUri, 'dist', 'webview', 'icons', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
