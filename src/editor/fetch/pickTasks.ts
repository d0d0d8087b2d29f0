import { l10n, window, type QuickPickItem } from 'vscode';
import {
  lineAround,
  MAX_SELECTED_TASKS,
  type SelectedTask,
} from '../../core/references/findReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { plainText } from '../plainText.ts';

/** As many are picked from the start; more are a request that nobody meant without looking. */
const MOST_PICKED = 20;

/** A Task as the list shows it. */
interface TaskItem extends QuickPickItem {
  readonly task: SelectedTask;
}

/** Asks which of several selected Tasks to open; nothing if cancelled. */
export async function pickTasks(
  text: string,
  tasks: readonly SelectedTask[],
): Promise<readonly SelectedTask[] | undefined> {
  const items = tasks.map((task, index): TaskItem => {
    const { reference, offset } = task;
    const { taskSid, workspaceSid } = reference;
    const place = workspaceSid === undefined ? '' : l10n.t('in {0}', shortenSid(workspaceSid));
    return {
      task,
      label: taskSid,
      description: place,
      // By its line people know a Task.
      detail: plainText(lineAround(text, offset)),
      picked: index < MOST_PICKED,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Fetch TaskRouter Task'),
    placeHolder:
      tasks.length < MAX_SELECTED_TASKS
        ? l10n.t('{0} Tasks are selected: choose those to open', tasks.length)
        : l10n.t('Select the Tasks to open (the first {0} of the selection)', tasks.length),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return picked?.map(({ task }) => task);
}
