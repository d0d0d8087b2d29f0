import { env, l10n, workspace } from 'vscode';
import type { HistoryLoader } from '../../core/history/historyLoader.ts';
import type { TaskEvent } from '../../core/history/taskEvent.ts';
import { readHistory } from '../../core/history/taskHistory.ts';
import { waitingReason } from '../../core/history/waitingReason.ts';
import type { JsonValue } from '../../core/json/jsonValue.ts';
import { deletedTask, lastWorkspaceName } from '../../core/page/deletedTask.ts';
import type { DetailsContext } from '../../core/page/detailsContext.ts';
import { taskLifecycle } from '../../core/page/lifecycle.ts';
import { sidKindsIn } from '../../core/page/sidKinds.ts';
import { taskDetails } from '../../core/page/taskDetails.ts';
import { timeline } from '../../core/page/timeline.ts';
import { noChanges, viewChanges } from '../../core/page/viewChanges.ts';
import { movedFailure } from '../../core/profiles/connection.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { describeStatus, isTaskOver } from '../../core/resources/taskStatus.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import { readTaskFields } from '../../core/taskrouter/taskFields.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import type { WatchState } from '../../core/tasks/watchedTasks.ts';
import {
  pageParts,
  type PageContent,
  type PageNotice,
  type PagePart,
  type PageTimeline,
  type PageView,
} from '../../webview/protocol.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { formatTime } from '../ui/formatTime.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { PageServices } from './detailsPages.ts';
import { pageStrings } from './pageStrings.ts';

/** Everything that a Task's page shows, in the user's language. */
export function composePage(
  task: ProfiledTask,
  state: 'fetched' | 'gone' | 'restored',
  history: HistoryLoader,
  services: PageServices,
): PageView {
  const { store, watched } = services;
  const record = store.get(task);
  const now = serverNow(record?.fetched, Date.now());
  const known = surroundingsOf(task, now, services);
  const happenings =
    history.state.kind === 'ready' ? readHistory(history.state.rows, known.present) : undefined;
  // Events have the name even if the Workspace was never listed.
  const workspaceName = known.workspaceName || lastWorkspaceName(happenings ?? []);
  const surroundings = { ...known, workspaceName };
  const content = contentOf(task, state, record, history, happenings, surroundings, services);
  const facts = record?.fetched && readTaskFields(known.present.answer(record.fetched.text)).facts;
  const isOver = facts === undefined || isTaskOver(facts.status);
  const ongoing = isOver || isDeleted(record) ? undefined : now;
  const waiting = waitingReason(facts?.status, history.statistics, happenings);
  return {
    task: { profile: task.profileId, workspaceSid: task.workspaceSid, taskSid: task.taskSid },
    locale: env.language,
    strings: pageStrings(),
    sidKinds: sidKindsIn(
      pageParts.flatMap((part) => pageValue(content, part) ?? []),
      services.sidKind,
    ),
    content,
    timeline:
      happenings === undefined
        ? timelineState(history)
        : {
            kind: 'ready',
            view: timeline(happenings, surroundings, ongoing),
            lifecycle: taskLifecycle(facts ?? {}, happenings, surroundings),
          },
    notices: noticesOf(record, watched.get(task), facts?.status, history),
    fetching: record?.fetching === true,
    watching: watched.isWatched(task),
    ...(waiting !== undefined && { waiting: localize(waiting) }),
    awaitsWaiting: history.awaitsStatistics,
  };
}

function isDeleted(record: TaskRecord | undefined): boolean {
  return record?.failure?.kind === 'notFound';
}

function surroundingsOf(
  task: ProfiledTask,
  now: number,
  { profiles, workspaceNames }: PageServices,
): DetailsContext {
  const { profileId, workspaceSid } = task;
  const listed = profiles.find(profileId);
  return {
    task,
    workspaceName: workspaceNames.find(profileId, workspaceSid) ?? '',
    profile: {
      name: listed?.name ?? profileId,
      apiBaseUrl: listed !== undefined && 'apiBaseUrl' in listed ? listed.apiBaseUrl : '',
    },
    present: present(),
    now,
    clock: formatTime,
    localize,
  };
}

function contentOf(
  task: ProfiledTask,
  state: 'fetched' | 'gone' | 'restored',
  record: TaskRecord | undefined,
  history: HistoryLoader,
  happenings: readonly TaskEvent[] | undefined,
  surroundings: DetailsContext,
  { store, restoredTabs }: PageServices,
): PageContent {
  if (record?.fetched !== undefined) {
    const { text, fetchedAt, etag } = record.fetched;
    const view = taskDetails(text, fetchedAt, surroundings, etag);
    const [before] = store.fetches(task).slice(-2, -1);
    const changes =
      before === undefined ? noChanges : viewChanges(before, record.fetched, surroundings);
    return { kind: 'task', view, changes };
  }
  if (state === 'gone' || isDeleted(record)) {
    if (happenings !== undefined) {
      return { kind: 'gone', view: deletedTask(happenings, surroundings) };
    }
    return history.state.kind === 'failed'
      ? { kind: 'failed', sentence: localize(failureSentence(history.state.failure)) }
      : { kind: 'loading' };
  }
  if (record?.failure !== undefined) {
    return { kind: 'failed', sentence: localize(failureSentence(record.failure)) };
  }
  if (record !== undefined) return { kind: 'loading' };
  if (!workspace.isTrusted) {
    return {
      kind: 'failed',
      sentence: l10n.t(
        'This folder is not trusted, and the Task was not fetched automatically. Choose Refresh.',
      ),
    };
  }
  return restoredTabs.mayFetch(task.profileId)
    ? { kind: 'loading' }
    : {
        kind: 'failed',
        sentence: l10n.t(
          'The profile of this page may have changed. Choose Refresh to fetch the Task.',
        ),
      };
}

function timelineState({ state }: HistoryLoader): PageTimeline {
  return state.kind === 'failed'
    ? { kind: 'failed', sentence: localize(failureSentence(state.failure)) }
    : { kind: 'loading' };
}

/** Notices about what changed since the Task was fetched. */
function noticesOf(
  record: TaskRecord | undefined,
  watch: WatchState | undefined,
  status: string | undefined,
  { state: history }: HistoryLoader,
): readonly PageNotice[] {
  const notices: PageNotice[] = [];
  if (history.kind === 'ready' && history.rows.isCut === true) {
    const text = l10n.t(
      'Only the latest events are shown. This Task has more than the timeline can show.',
    );
    notices.push({ severity: 'info', text });
  }
  const { fetched, failure, failedAt } = record ?? {};
  if (fetched !== undefined && failure !== undefined && record?.fetching !== true) {
    const text =
      failure.kind === 'notFound'
        ? l10n.t('TaskRouter has deleted this Task (checked at {0}).', formatTime(failedAt))
        : l10n.t('Stale since {0}: {1}', formatTime(failedAt), localize(failureSentence(failure)));
    notices.push({ severity: 'warning', text });
  }
  if (record?.formerProfile !== undefined) {
    const text = localize(failureSentence(movedFailure(record.formerProfile)));
    notices.push({ severity: 'warning', text });
  }
  if (watch?.kind === 'ended') {
    const text = l10n.t(
      'Watching has ended. The Task is over ({0}).',
      localize(describeStatus(status)),
    );
    notices.push({ severity: 'info', text });
  }
  if (watch?.kind === 'deleted') {
    notices.push({ severity: 'info', text: l10n.t('Watching has ended. The Task is deleted.') });
  }
  return notices;
}

/** The JSON value that a part of a page shows as a tree. */
export function pageValue(content: PageContent, part: PagePart): JsonValue | undefined {
  if (part === 'otherFields') {
    return content.kind === 'task'
      ? { kind: 'object', members: content.view.otherFields }
      : undefined;
  }
  const { attributes, addons } =
    content.kind === 'task' || content.kind === 'gone' ? content.view : {};
  const embedded = part === 'attributes' ? attributes : addons;
  return embedded?.kind === 'json' ? embedded.value : undefined;
}
