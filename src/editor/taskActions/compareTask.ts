import { commands, l10n, Uri } from 'vscode';
import { buildFetchUri } from '../../core/documents/documentUri.ts';
import { message } from '../../core/messages/message.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { taskVersion } from '../../core/taskrouter/taskSummary.ts';
import type { LoadedServices } from '../services.ts';
import { formatTime } from '../ui/formatTime.ts';
import { refreshTask } from './refreshTask.ts';

/** Compare Task with Previous Fetch: opens VS Code's diff editor for the last two fetches. */
export async function compareTask(
  task: ProfiledTask,
  services: Pick<LoadedServices, 'store' | 'documents' | 'runner'>,
): Promise<void> {
  const { store, documents, runner } = services;
  const [previous, latest] = store.fetches(task).slice(-2);
  if (previous === undefined || latest === undefined) {
    const again = {
      title: message('Fetch and Compare'),
      run: async () => {
        const uri = await refreshTask(task, store, documents);
        if (uri !== undefined) await compareTask(task, services);
      },
    };
    const text =
      previous === undefined
        ? message('This Task was not fetched in this window yet.')
        : message(
            'This Task was fetched only once in this window. There is nothing to compare yet.',
          );
    runner.showMessage('information', text, [again]);
    return;
  }
  const [before, after] = [previous, latest].map(({ number }) =>
    Uri.from(buildFetchUri(task, number)),
  );
  const sid = shortenSid(task.taskSid);
  const times = [formatTime(previous.fetchedAt), formatTime(latest.fetchedAt)] as const;
  const [older, newer] = [taskVersion(previous.etag), taskVersion(latest.etag)];
  const title =
    older === undefined || newer === undefined
      ? l10n.t('{0}: fetched {1} ↔ {2}', sid, ...times)
      : l10n.t('{0}: version {1} ↔ {2}, fetched {3} ↔ {4}', sid, older, newer, ...times);
  await commands.executeCommand('vscode.diff', before, after, title);
}
