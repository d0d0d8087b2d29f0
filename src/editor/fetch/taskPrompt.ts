import { env, l10n, UIKind, window, type QuickPickItem } from 'vscode';
import { settlesWithin } from '../../core/base/async.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import {
  lineAround,
  MAX_SELECTED_TASKS,
  pastedTasks,
  type PastedTasks,
  type SelectedTask,
} from '../../core/references/findReference.ts';
import {
  describeReferenceFault,
  parseTaskReference,
  referenceText,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import { describeForeignHost } from '../../core/references/statedHost.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { plainText } from '../ui/plainText.ts';
import { askFor } from '../ui/quickInput.ts';

/** One Task, or a text that names several. */
export type AskedTask = { readonly reference: ParsedTaskReference } | PastedTasks;

/**
 * Asks for a Task. Returns `undefined` if cancelled.
 *
 * @param judge returns whether a URL with another host than the profile's can be used at all
 */
export function askForTask(
  profile: Profile,
  suggestion: string,
  judge: (foreign: ParsedTaskReference) => 'accept' | 'refuse',
): Promise<AskedTask | undefined> {
  return askFor<AskedTask>({
    title: l10n.t('Fetch TaskRouter Task'),
    prompt: l10n.t('Enter the Task to fetch with profile “{0}”', profile.name),
    placeholder: l10n.t('WT…, WS…/WT…, an API address or a Console address'),
    value: suggestion,
    read: (text) => {
      const result = parseTaskReference(text);
      if (!result.valid) {
        const pasted = result.fault.kind === 'severalTasks' ? pastedTasks(text) : undefined;
        return pasted !== undefined && pasted.tasks.length > 1
          ? { valid: true, value: pasted }
          : { valid: false, reason: describeReferenceFault(result.fault) };
      }
      const foreign = describeForeignHost(result.reference, profile);
      return foreign === undefined || judge(result.reference) === 'accept'
        ? { valid: true, value: { reference: result.reference } }
        : { valid: false, reason: foreign };
    },
  });
}

const CLIPBOARD_TIMEOUT_MS = 200;
/** A longer text is not meant to name a Task. */
const MAX_CLIPBOARD_CHARS = 20_000;

/**
 * Returns the Task in the clipboard as a reference without the text around it, which may be
 * personal. Empty if the clipboard names no Task, or several. Not read in a browser, where reading
 * may never settle, and not waited for if it is slow on a desktop.
 */
export async function readClipboard(): Promise<string> {
  if (env.uiKind === UIKind.Web) return '';
  const reading = Promise.resolve(env.clipboard.readText());
  if (!(await settlesWithin(reading, CLIPBOARD_TIMEOUT_MS))) return '';
  const text = await reading.catch(() => '');
  if (text.length > MAX_CLIPBOARD_CHARS) return '';
  const result = parseTaskReference(text);
  return result.valid ? referenceText(result.reference) : '';
}

/** More Tasks are not preselected, so that the user does not send many requests by mistake. */
const MAX_PRESELECTED = 20;

/** An item of the list of Tasks. */
interface TaskItem extends QuickPickItem {
  readonly task: SelectedTask;
}

/** Asks which of the selected Tasks to open. Returns `undefined` if cancelled. */
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
      // The line helps users to recognise the Task.
      detail: plainText(lineAround(text, offset)),
      picked: index < MAX_PRESELECTED,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Fetch TaskRouter Task'),
    placeHolder:
      tasks.length < MAX_SELECTED_TASKS
        ? l10n.t('{0} Tasks are selected. Select those to open', tasks.length)
        : l10n.t('Select the Tasks to open (the first {0} of the selection)', tasks.length),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return picked?.map(({ task }) => task);
}
