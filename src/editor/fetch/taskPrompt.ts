import { env, l10n, UIKind, window, type QuickPickItem } from 'vscode';
import { settlesWithin } from '../../core/base/async.ts';
import type { Message } from '../../core/messages/message.ts';
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
import { filterRecentTasks, type RecentTask } from '../../core/tasks/recentTasks.ts';
import { describeRecentTask } from '../../core/tree/taskRow.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts, localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { showQuickInput } from '../ui/quickInput.ts';

/** One Task, or a text that names several. */
export type AskedTask = { readonly reference: ParsedTaskReference } | PastedTasks;

const MAX_RECENT = 20;

interface TaskChoice extends QuickPickItem {
  /** Absent if it only says what is wrong with the text. */
  readonly answer?: AskedTask;
}

export interface TaskQuestion {
  readonly profile: Profile;
  /** Prefilled. */
  readonly suggestion: string;
  /** The pinned and the recent Tasks of the profile, which are offered below the box. */
  readonly recent: readonly RecentTask[];
  /** Returns whether a URL with another host than the profile's can be used at all. */
  readonly judge: (foreign: ParsedTaskReference) => 'accept' | 'refuse';
}

/** Asks for a Task. Returns `undefined` if cancelled. */
export function askForTask(question: TaskQuestion): Promise<AskedTask | undefined> {
  const box = window.createQuickPick<TaskChoice>();
  box.title = l10n.t('Fetch TaskRouter Task');
  box.placeholder = l10n.t('Enter the Task to fetch with profile “{0}”', question.profile.name);
  box.ignoreFocusOut = true;
  box.value = question.suggestion;
  const offer = () => {
    box.items = choicesFor(box.value, question);
  };
  offer();
  return showQuickInput<AskedTask>(box, (answer) => [
    box.onDidChangeValue(offer),
    box.onDidAccept(() => {
      const [active] = box.activeItems;
      // After fast typing, VS Code has not yet told which of the new items is active: the first.
      const isCurrent = active !== undefined && box.items.includes(active);
      const chosen = isCurrent ? active : box.items.find(({ answer: found }) => found);
      if (chosen?.answer !== undefined) answer(chosen.answer);
    }),
  ]);
}

/** What the text refers to, or what is wrong with it, and the recent Tasks that it fits. */
function choicesFor(text: string, question: TaskQuestion): readonly TaskChoice[] {
  const fitting = filterRecentTasks(question.recent, text.trim()).slice(0, MAX_RECENT);
  const recent = fitting.map(toRecentChoice);
  if (text.trim() === '') {
    const forms = l10n.t('WT…, WS…/WT…, an API address or a Console address');
    return [...recent, { label: `$(info) ${forms}`, alwaysShow: true }];
  }
  const read = readTask(text, question);
  if (read.valid) return [toTypedChoice(read.value, question.profile), ...recent];
  const fault = plainText(localize(read.reason));
  return recent.length > 0 ? recent : [{ label: `$(error) ${fault}`, alwaysShow: true }];
}

function readTask(
  text: string,
  { profile, judge }: TaskQuestion,
):
  | { readonly valid: true; readonly value: AskedTask }
  | { readonly valid: false; readonly reason: Message } {
  const result = parseTaskReference(text);
  if (!result.valid) {
    const pasted = result.fault.kind === 'severalTasks' ? pastedTasks(text) : undefined;
    return pasted !== undefined && pasted.tasks.length > 1
      ? { valid: true, value: pasted }
      : { valid: false, reason: describeReferenceFault(result.fault) };
  }
  const { reference } = result;
  const foreign = describeForeignHost(reference, profile);
  return foreign === undefined || judge(reference) === 'accept'
    ? { valid: true, value: { reference } }
    : { valid: false, reason: foreign };
}

function toTypedChoice(answer: AskedTask, { name }: Profile): TaskChoice {
  const label =
    'tasks' in answer
      ? l10n.t('Fetch {0} Tasks…', answer.tasks.length)
      : l10n.t('Fetch {0}', shortenSid(answer.reference.taskSid));
  const description = plainText(l10n.t('profile {0}', name));
  return { label: `$(arrow-right) ${label}`, description, alwaysShow: true, answer };
}

function toRecentChoice(recent: RecentTask): TaskChoice {
  const { workspaceSid, taskSid } = recent.task;
  const context = { profile: '', present: present(), now: Date.now(), clock: formatTime };
  const row = describeRecentTask(recent, { ...context, isActive: true });
  const icon = row.icon === undefined ? '' : `$(${row.icon.name}) `;
  return {
    label: `${icon}${plainText(joinFacts(row.label))}`,
    description: plainText(joinFacts(row.description)),
    alwaysShow: true,
    answer: { reference: { workspaceSid, taskSid } },
  };
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
