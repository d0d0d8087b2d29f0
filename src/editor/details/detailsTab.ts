import { l10n, Uri } from 'vscode';
import { taskStatuses } from '../../core/resources/taskStatus.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { TaskSummary } from '../../core/taskrouter/taskSummary.ts';
import { present } from '../ui/present.ts';

/** How much of a name a tab has room for. */
const MAX_NAME_CHARS = 30;

/** The title of a page's tab: `WT…d4b53005 · voice · Billing`. */
export function detailsTitle(
  taskSid: string,
  summary: TaskSummary | undefined,
  isDeleted = false,
): string {
  const names = [summary?.channelName, summary?.queueName].filter((name) => name !== undefined);
  return [
    shortenSid(taskSid),
    ...names.map((name) => present().line(name, MAX_NAME_CHARS)).filter((name) => name !== ''),
    ...(isDeleted ? [l10n.t('Deleted')] : []),
  ].join(' · ');
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
