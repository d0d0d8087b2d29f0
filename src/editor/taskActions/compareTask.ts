import { commands, l10n, Uri, window, type QuickPickItem } from 'vscode';
import { buildFetchUri } from '../../core/documents/documentUri.ts';
import { message } from '../../core/messages/message.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { taskVersion } from '../../core/taskrouter/taskSummary.ts';
import { describeDifferences, lastDifferent } from '../../core/tasks/fetchDifference.ts';
import type { NumberedFetch } from '../../core/tasks/fetchHistory.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';
import type { LoadedServices } from '../services.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { showQuickInput } from '../ui/quickInput.ts';
import { refreshTask } from './refreshTask.ts';

type CompareServices = Pick<LoadedServices, 'store' | 'documents' | 'runner'>;

/**
 * Compare Task with Previous Fetch: opens VS Code's diff editor for the latest fetch and the last
 * one that differs in more than the Task's age.
 */
export async function compareTask(task: ProfiledTask, services: CompareServices): Promise<void> {
  const fetches = services.store.fetches(task);
  const previous = fetches[lastDifferent(fetches)];
  const latest = fetches.at(-1);
  if (previous !== undefined && latest !== undefined) return openDiff(task, previous, latest);
  if (fetches.length < 2) {
    tellTooFew(task, fetches.length, services);
    return;
  }
  const select = {
    title: message('Select a Fetch…'),
    run: () => compareWithSelected(task, services),
  };
  services.runner.showMessage(
    'information',
    message('Only the age of this Task differs in its last {0} fetches.', fetches.length),
    [fetchAndCompare(task, services), select],
  );
}

/** Compare Task with Another Fetch…: lists the earlier fetches with what differs in each. */
export async function compareWithSelected(
  task: ProfiledTask,
  services: CompareServices,
): Promise<void> {
  const fetches = services.store.fetches(task);
  const latest = fetches.at(-1);
  const earlier = fetches.slice(0, -1);
  if (latest === undefined || earlier.length === 0) {
    tellTooFew(task, fetches.length, services);
    return;
  }
  const items = earlier.map((one) => toItem(one, latest)).toReversed();
  const proposed = fetches[lastDifferent(fetches)];
  const box = window.createQuickPick<FetchItem>();
  box.title = l10n.t('Compare Task {0}', shortenSid(task.taskSid));
  box.placeholder = l10n.t('Select the fetch to compare with the latest ({0})', timeOf(latest));
  box.items = items;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.ignoreFocusOut = true;
  box.activeItems = items.filter(({ fetched }) => fetched === proposed);
  const picked = await showQuickInput<NumberedFetch>(box, (answer) => [
    box.onDidAccept(() => {
      const [item] = box.selectedItems;
      if (item !== undefined) answer(item.fetched);
    }),
  ]);
  if (picked !== undefined) await openDiff(task, picked, latest);
}

interface FetchItem extends QuickPickItem {
  readonly fetched: NumberedFetch;
}

function toItem(fetched: NumberedFetch, latest: NumberedFetch): FetchItem {
  const version = taskVersion(fetched.etag);
  const facts = describeDifferences(fetched, latest, present());
  return {
    label: `$(history) ${timeOf(fetched)}`,
    ...(version !== undefined && { description: l10n.t('version {0}', version) }),
    detail: plainText(joinFacts(facts)),
    fetched,
  };
}

function timeOf({ fetchedAt }: NumberedFetch): string {
  return formatTime(fetchedAt);
}

function fetchAndCompare(task: ProfiledTask, services: CompareServices): NotificationAction {
  const { store, documents } = services;
  return {
    title: message('Fetch and Compare'),
    run: async () => {
      const uri = await refreshTask(task, store, documents);
      if (uri !== undefined) await compareTask(task, services);
    },
  };
}

function tellTooFew(task: ProfiledTask, count: number, services: CompareServices): void {
  const text =
    count === 0
      ? message('This Task was not fetched in this window yet.')
      : message('This Task was fetched only once in this window. There is nothing to compare yet.');
  services.runner.showMessage('information', text, [fetchAndCompare(task, services)]);
}

async function openDiff(
  task: ProfiledTask,
  previous: NumberedFetch,
  latest: NumberedFetch,
): Promise<void> {
  const [before, after] = [previous, latest].map(({ number }) =>
    Uri.from(buildFetchUri(task, number)),
  );
  const sid = shortenSid(task.taskSid);
  const times = [timeOf(previous), timeOf(latest)] as const;
  const [older, newer] = [taskVersion(previous.etag), taskVersion(latest.etag)];
  const title =
    older === undefined || newer === undefined
      ? l10n.t('{0}: fetched {1} ↔ {2}', sid, ...times)
      : l10n.t('{0}: version {1} ↔ {2}, fetched {3} ↔ {4}', sid, older, newer, ...times);
  await commands.executeCommand('vscode.diff', before, after, title);
}
