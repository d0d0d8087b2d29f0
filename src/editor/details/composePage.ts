import { env, l10n, workspace } from 'vscode';
import type { HistoryLoader } from '../../core/history/historyLoader.ts';
import type { TaskEvent } from '../../core/history/taskEvent.ts';
import { readHistory } from '../../core/history/taskHistory.ts';
import type { JsonValue } from '../../core/json/jsonValue.ts';
import { deletedTask, lastWorkspaceName } from '../../core/page/deletedTask.ts';
import type { DetailsContext } from '../../core/page/detailsContext.ts';
import { taskLifecycle } from '../../core/page/lifecycle.ts';
import { sidKindsIn } from '../../core/page/sidKinds.ts';
import { taskDetails } from '../../core/page/taskDetails.ts';
import { timeline } from '../../core/page/timeline.ts';
import { hasChanges, viewChanges } from '../../core/page/viewChanges.ts';
import { SAMPLE_PROFILE_ID } from '../../core/profiles/profile.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { isTaskOver } from '../../core/resources/taskStatus.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import { readTaskFields } from '../../core/taskrouter/taskFields.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import {
  pageActions,
  pageParts,
  type PageContent,
  type PagePart,
  type PageTimeline,
  type PageView,
} from '../../webview/protocol.ts';
import { settings } from '../settings.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { PageServices } from './detailsPages.ts';
import { pageNotices } from './pageNotices.ts';
import { pageStrings } from './pageStrings.ts';

interface ShownPage {
  readonly task: ProfiledTask;
  readonly state: 'fetched' | 'gone' | 'restored';
  readonly history: HistoryLoader;
  /** The fetches since the user last saw the Task, the oldest first. */
  readonly unseen: readonly FetchedTask[];
}

/** Everything that a Task's page shows, in the user's language. */
export function composePage(shown: ShownPage, services: PageServices): PageView {
  const { task, history, unseen } = shown;
  const { store, watched, workspaceNames, profiles } = services;
  const record = store.get(task);
  const now = serverNow(record?.fetched, Date.now());
  const known = contextOf(task, now, services);
  const events =
    history.state.kind === 'ready' ? readHistory(history.state.rows, known.present) : undefined;
  // Events have the name even if the Workspace was never listed.
  const workspaceName = known.workspaceName || lastWorkspaceName(events ?? []);
  if (known.workspaceName === '' && !known.present.masks) {
    const { profileId, workspaceSid } = task;
    workspaceNames.add(profileId, [{ sid: workspaceSid, friendlyName: workspaceName }]);
  }
  const context = { ...known, workspaceName };
  const content = contentOf(shown, record, events, context, services);
  const facts = record?.fetched && readTaskFields(known.present.answer(record.fetched.text)).facts;
  const isOver = facts === undefined || isTaskOver(facts.status);
  const deleted = isDeleted(record) || content.kind === 'gone';
  const ongoing = isOver || deleted ? undefined : now;
  const isSample = task.profileId === SAMPLE_PROFILE_ID;
  const watch = watched.get(task);
  const [seen] = unseen;
  const isMarked = content.kind === 'task' && hasChanges(content.changes);
  return {
    task: { profile: task.profileId, workspaceSid: task.workspaceSid, taskSid: task.taskSid },
    locale: env.language,
    now,
    strings: pageStrings(),
    sidKinds: sidKindsIn(
      pageParts.flatMap((part) => pageValue(content, part) ?? []),
      services.sidKind,
    ),
    content,
    timeline:
      events === undefined
        ? timelineState(history)
        : {
            kind: 'ready',
            view: timeline(events, context, ongoing),
            lifecycle: taskLifecycle(facts ?? {}, events, context),
          },
    notices: pageNotices({
      ...{ record, watch, status: facts?.status, history: history.state, isSample },
    }),
    fetching: record?.fetching === true,
    ...(watch?.kind === 'watching' && {
      watching: { intervalSeconds: settings.watchIntervalSeconds() },
    }),
    actions: pageActions.filter((action) => {
      switch (action) {
        case 'watch':
          return watch?.kind !== 'watching' && !deleted && !isTaskOver(facts?.status);
        case 'json':
        case 'compare':
          return content.kind !== 'gone';
        case 'console':
          return !deleted && !isSample;
        case 'refresh':
        case 'copyAs':
          return true;
      }
    }),
    deleted,
    masked: known.present.masks,
    badge: profiles.find(task.profileId)?.badge,
    ...(seen !== undefined &&
      isMarked && { changesSince: serverNow(record?.fetched, seen.fetchedAt) }),
  };
}

function isDeleted(record: TaskRecord | undefined): boolean {
  return record?.failure?.kind === 'notFound';
}

function contextOf(
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
    localize,
  };
}

function contentOf(
  { task, state, history, unseen }: ShownPage,
  record: TaskRecord | undefined,
  events: readonly TaskEvent[] | undefined,
  context: DetailsContext,
  { restoredTabs }: PageServices,
): PageContent {
  if (record?.fetched !== undefined) {
    const { text, fetchedAt, etag } = record.fetched;
    const answeredAt = serverNow(record.fetched, fetchedAt);
    const view = taskDetails(text, answeredAt, context, etag);
    const changes = viewChanges(unseen, record.fetched, context);
    return { kind: 'task', view, changes };
  }
  if (state === 'gone' || isDeleted(record)) {
    if (events !== undefined) {
      return { kind: 'gone', view: deletedTask(events, context) };
    }
    return history.state.kind === 'failed'
      ? { kind: 'failed', sentence: localize(failureSentence(history.state.failure)) }
      : { kind: 'loading' };
  }
  if (record?.failure !== undefined) {
    return { kind: 'failed', sentence: localize(failureSentence(record.failure)) };
  }
  if (record?.fetching === true) return { kind: 'loading' };
  // The user has cancelled, or a part of the extension could not be loaded.
  if (record !== undefined) {
    return { kind: 'failed', sentence: l10n.t('The Task was not fetched. Choose Refresh.') };
  }
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
