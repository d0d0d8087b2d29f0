import { l10n, window, type QuickPickItem } from 'vscode';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { failureSentence } from '../failureSentence.ts';
import { plainText } from '../plainText.ts';
import { say } from '../say.ts';

/** What can be done where the Workspaces of a profile cannot be listed. */
export type WayOn = 'retry' | 'enter';

interface WayOnItem extends QuickPickItem {
  readonly way: WayOn;
}

/**
 * Says why the Workspaces could not be listed, and lets the user choose; nothing if cancelled.
 *
 * @param what is looked for
 */
export async function pickWayOn(what: string, failure: Failure): Promise<WayOn | undefined> {
  const items: readonly WayOnItem[] = [
    {
      label: l10n.t('$(refresh) Try Again'),
      detail: plainText(say(failureSentence(failure))),
      way: 'retry',
    },
    { label: l10n.t('$(edit) Enter a Workspace SID…'), way: 'enter' },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('In which Workspace is {0}?', what),
    placeHolder: l10n.t('The Workspaces could not be listed'),
    ignoreFocusOut: true,
  });
  return chosen?.way;
}
