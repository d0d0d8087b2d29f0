import { Uri } from 'vscode';
import { taskStatuses } from '../../core/resources/taskStatus.ts';

const NAMES: readonly string[] = [...taskStatuses, 'gone'];

/** The icon of a page's tab, by its status: VS Code 1.100 takes files only, one for each kind of theme. */
export function statusIcons(
  extensionUri: Uri,
  status: string | undefined,
): { readonly light: Uri; readonly dark: Uri } {
  const name = status !== undefined && NAMES.includes(status) ? status : 'unknown';
  const file = (theme: string) =>
    Uri.joinPath(extensionUri, 'dist', 'webview', 'icons', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
