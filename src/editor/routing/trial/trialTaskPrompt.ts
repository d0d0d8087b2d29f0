import { l10n, window, type QuickPickItem } from 'vscode';
import { parseDocumentUri } from '../../../core/documents/documentUri.ts';
import { readTrialTask, TRIAL_EXAMPLE } from '../../../core/explanation/trial/trialTask.ts';
import { isTask, taskKey, type ProfiledTask } from '../../../core/resources/resourceReference.ts';
import { describeStatus } from '../../../core/resources/taskStatus.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { summarizeTask } from '../../../core/taskrouter/taskSummary.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { executeCommand } from '../../commands/executeCommand.ts';
import type { Services } from '../../services.ts';
import { localize } from '../../ui/localize.ts';
import { plainText } from '../../ui/plainText.ts';
import { present } from '../../ui/present.ts';
import { askFor } from '../../ui/quickInput.ts';

/** What a Workflow is tried with. */
export interface ChosenTask {
  /** For a title. */
  readonly name: string;
  /** JSON of a Task as the API gives it. */
  readonly text: string;
}

interface TaskItem extends QuickPickItem {
  readonly choose: () => Promise<ChosenTask | undefined>;
}

type PromptServices = Pick<Services, 'fetchedBy' | 'load'>;

/**
 * Asks for the Task to try a Workflow with: one that was fetched in this window, another, or attributes that
 * are pasted. Nothing is requested unless the user chooses to fetch.
 */
export async function askForTrialTask(
  profileId: string | undefined,
  services: PromptServices,
): Promise<ChosenTask | undefined> {
  const fetched = profileId === undefined ? [] : fetchedItems(profileId, services);
  const items: readonly TaskItem[] = [
    ...fetched,
    {
      label: `$(clippy) ${l10n.t('Paste Attributes…')}`,
      detail: l10n.t('A JSON object of attributes, or a whole Task'),
      choose: askForAttributes,
    },
    {
      label: `$(search) ${l10n.t('Fetch Another Task…')}`,
      detail: l10n.t('By its SID or address'),
      choose: () => fetchTask(services),
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Try Workflow with Task'),
    placeHolder: l10n.t('Select a Task'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.choose();
}

/** The latest first, each once. */
function fetchedItems(profileId: string, { fetchedBy }: PromptServices): readonly TaskItem[] {
  const items = new Map<string, TaskItem>();
  const latestFirst = fetchedBy(profileId).toSorted(
    (one, other) => other.fetched.fetchedAt - one.fetched.fetchedAt,
  );
  for (const { resource, fetched } of latestFirst) {
    if (!isTask(resource) || items.has(taskKey(resource))) continue;
    items.set(taskKey(resource), taskItem(resource, fetched.text));
  }
  return [...items.values()];
}

function taskItem({ taskSid }: ProfiledTask, text: string): TaskItem {
  const { line } = present();
  const { status, queueName, channelName } = summarizeTask(text);
  const name = shortenSid(taskSid);
  const facts = [localize(describeStatus(status)), channelName, queueName];
  return {
    label: name,
    description: facts.flatMap((fact) => (fact === undefined ? [] : line(fact))).join(' · '),
    choose: () => Promise.resolve({ name, text }),
  };
}

async function askForAttributes(): Promise<ChosenTask | undefined> {
  const text = await askFor<string>({
    title: l10n.t('Try Workflow with Task'),
    prompt: l10n.t('Paste the attributes of a Task, or a whole Task, as JSON.'),
    placeholder: TRIAL_EXAMPLE,
    value: '',
    read: (typed) => {
      const task = readTrialTask(typed);
      return task.valid ? { valid: true, value: task.task } : task;
    },
  });
  return text === undefined ? undefined : { name: plainText(l10n.t('pasted attributes')), text };
}

async function fetchTask({ load }: PromptServices): Promise<ChosenTask | undefined> {
  const uri = await executeCommand(commandIds.fetchTask);
  const resource = uri && parseDocumentUri(uri);
  if (resource === undefined || !isTask(resource)) return undefined;
  const { store } = await load();
  const text = store.get(resource)?.fetched?.text;
  return text === undefined ? undefined : { name: shortenSid(resource.taskSid), text };
}
