import { l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { describeFailure } from '../../core/failures/describeFailure.ts';
import { failureOf } from '../../core/failures/failureOf.ts';
import type { Workspace } from '../../core/tasks/workspace.ts';
import { isCancellation } from '../commands/isCancellation.ts';
import { say } from '../say.ts';
import { askForWorkspaceSid } from './askForWorkspaceSid.ts';

type Choice = 'retry' | 'enter' | { readonly sid: string };

interface ChoiceItem extends QuickPickItem {
  readonly choice: Choice;
}

/**
 * Lets the user choose one of a profile's Workspaces, or enter another SID. The list fills while it
 * is open; it closes by itself if there turns out to be nothing to choose. Nothing if cancelled.
 *
 * @param load starts reading the Workspaces, at first and whenever the user tries again
 * @param except a Workspace that is known to be the wrong one
 */
export async function pickWorkspace(
  load: () => Promise<readonly Workspace[]>,
  except?: string,
): Promise<string | undefined> {
  const pick = window.createQuickPick<ChoiceItem>();
  pick.title = l10n.t('In which Workspace is the Task?');
  pick.placeholder = l10n.t('Choose a Workspace by its name or SID');
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;

  const disposables = new Disposables();
  disposables.add(pick);
  try {
    const chosen = await new Promise<Choice | undefined>((resolve, reject) => {
      const accept = (choice: Choice | undefined) => {
        if (choice === 'retry') fill(pick, load, except).then(resolveIfSingle, reject);
        else if (choice !== undefined) resolve(choice);
      };
      const resolveIfSingle = (single: Workspace | undefined) => {
        if (single !== undefined) resolve({ sid: single.sid });
      };
      disposables.add(
        pick.onDidHide(() => {
          resolve(undefined);
        }),
      );
      disposables.add(
        pick.onDidAccept(() => {
          accept(pick.selectedItems[0]?.choice);
        }),
      );
      pick.show();
      accept('retry');
    });
    return chosen === 'enter' ? await askForWorkspaceSid() : toSid(chosen);
  } finally {
    disposables.dispose();
  }
}

/** Fills the list; the result is the Workspace if the profile has just one and it may be the one. */
async function fill(
  pick: QuickPick<ChoiceItem>,
  load: () => Promise<readonly Workspace[]>,
  except: string | undefined,
): Promise<Workspace | undefined> {
  const enter = { label: l10n.t('$(edit) Enter a Workspace SID…'), choice: 'enter' } as const;
  pick.items = [{ ...enter, alwaysShow: true }];
  pick.busy = true;
  try {
    const workspaces = await load();
    const items = workspaces
      .filter(({ sid }) => sid !== except)
      .map(({ sid, friendlyName: label }) => ({ label, description: sid, choice: { sid } }));
    pick.items = [...items, { ...enter, alwaysShow: true }];
    return workspaces.length === 1 && except === undefined ? workspaces[0] : undefined;
  } catch (error) {
    if (isCancellation(error)) return undefined;
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    const retry = { label: l10n.t('$(refresh) Try Again'), choice: 'retry' } as const;
    const detail = say(describeFailure(failure));
    pick.items = [
      { ...retry, detail, alwaysShow: true },
      { ...enter, alwaysShow: true },
    ];
    return undefined;
  } finally {
    pick.busy = false;
  }
}

function toSid(choice: Choice | undefined): string | undefined {
  return typeof choice === 'object' ? choice.sid : undefined;
}
