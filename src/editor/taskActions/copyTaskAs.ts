import { env, l10n, window, type QuickPickItem } from 'vscode';
import {
  copiesAnswer,
  copyFormats,
  copyText,
  describeMissingFormats,
  type CopyFormat,
} from '../../core/copy/copyFormat.ts';
import type { Presenter } from '../../core/privacy/presenter.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import {
  ownSid,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import { runWithProgress } from '../ui/progress.ts';

const STATUS_MESSAGE_MS = 3000;

interface FormatItem extends QuickPickItem {
  /** Absent for what only says which formats there are not. */
  readonly format?: CopyFormat;
}

/**
 * Copy Task As…: asks for a format, and copies the Task. If the format needs the Task's data, the
 * Task is fetched first unless it was before.
 *
 * @throws TaskRouterFailure if it cannot be fetched
 */
export async function copyTaskAs(
  task: ProfiledTask,
  profile: Profile,
  { store, explanations }: Pick<LoadedServices, 'store' | 'explanations'>,
): Promise<void> {
  const record = store.get(task);
  const isGone = record?.fetched === undefined && record?.failure?.kind === 'notFound';
  const items: FormatItem[] = copyFormats(profile, present(), isGone).map(
    ({ format, label, description }) => ({
      format,
      label: localize(label),
      description: localize(description),
    }),
  );
  const note = isGone ? undefined : describeMissingFormats(profile);
  if (note !== undefined) {
    items.push({ label: `$(info) ${localize(note.label)}`, detail: localize(note.detail) });
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Copy Task {0} As', shortenSid(task.taskSid)),
    placeHolder: l10n.t('Select a format (secrets are never copied)'),
    ignoreFocusOut: true,
  });
  if (picked?.format === undefined) return;
  const fetched = copiesAnswer(picked.format) ? await fetchedAnswer(task, store) : NOT_FETCHED;
  // Privacy mode may have changed meanwhile.
  const { uriScheme } = env;
  const parts = {
    ...{ task, profile, fetched, present: present(), say: localize, uriScheme },
    explain: (shown: Presenter) => explanations.explainKnown(task, fetched.text, shown),
  };
  const copied = copyText(picked.format, parts);
  if ('reason' in copied) {
    window.setStatusBarMessage(localize(copied.reason), STATUS_MESSAGE_MS);
    return;
  }
  await env.clipboard.writeText(copied.text);
  window.setStatusBarMessage(l10n.t('Task copied: {0}', picked.label), STATUS_MESSAGE_MS);
}

const NOT_FETCHED: FetchedTask = { text: '', fetchedAt: 0 };

/**
 * The answer in memory, or else a new one.
 *
 * @throws TaskRouterFailure if it cannot be fetched
 */
export async function fetchedAnswer(
  resource: ProfiledResource,
  store: TaskStore,
): Promise<FetchedTask> {
  const known = store.get(resource)?.fetched;
  if (known !== undefined) return known;
  const title = l10n.t('Fetching {0}…', shortenSid(ownSid(resource)));
  return runWithProgress(title, (signal) => store.fetchTransient(resource, signal, isDocumentOpen));
}
