import { l10n } from 'vscode';
import type { HistoryLoader } from '../../core/history/historyLoader.ts';
import { movedFailure } from '../../core/profiles/connection.ts';
import { describeStatus } from '../../core/resources/taskStatus.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import type { WatchState } from '../../core/tasks/watchedTasks.ts';
import type { PageNotice } from '../../webview/protocol.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';

/** What a page's notices depend on. */
export interface NoticeContext {
  readonly record: TaskRecord | undefined;
  readonly watch: WatchState | undefined;
  readonly status: string | undefined;
  readonly history: HistoryLoader['state'];
  readonly isSample: boolean;
}

/** That the page shows the sample, and what changed since the Task was fetched. */
export function pageNotices(context: NoticeContext): readonly PageNotice[] {
  const { record, watch, status, history, isSample } = context;
  const notices: PageNotice[] = [];
  const add = (severity: PageNotice['severity'], text: string, more: Partial<PageNotice> = {}) => {
    notices.push({ severity, text, ...more });
  };
  if (isSample) {
    add('info', l10n.t('This is the built-in sample. Its Tasks are made up.'), {
      action: { command: 'ownProfile', label: l10n.t('Use My Profile') },
    });
  }
  if (history.kind === 'ready' && history.rows.isCut === true) {
    add(
      'info',
      l10n.t('Only the latest events are shown. This Task has more than the timeline can show.'),
    );
  }
  const { fetched, failure, failedAt, fetching } = record ?? {};
  if (fetched !== undefined && failure !== undefined && fetching !== true) {
    const text =
      failure.kind === 'notFound'
        ? l10n.t('TaskRouter has deleted this Task. Checked {0}.', '{0}')
        : l10n.t('Stale since {0}: {1}', '{0}', localize(failureSentence(failure)));
    add('warning', text, failedAt === undefined ? {} : { at: serverNow(fetched, failedAt) });
  }
  if (record?.formerProfile !== undefined) {
    add('warning', localize(failureSentence(movedFailure(record.formerProfile))));
  }
  if (watch?.kind === 'ended') {
    add(
      'info',
      l10n.t('Watching has ended. The Task is over ({0}).', localize(describeStatus(status))),
    );
  }
  if (watch?.kind === 'deleted') add('info', l10n.t('Watching has ended. The Task is deleted.'));
  return notices;
}
