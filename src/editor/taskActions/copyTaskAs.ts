import { env, l10n, window, type QuickPickItem } from 'vscode';
import {
  copiesAnswer,
  copyFormats,
  copyText,
  type CopyFormat,
} from '../../core/copy/copyFormat.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import { settings } from '../settings.ts';
import { say } from '../ui/localize.ts';
import { runWithProgress } from '../ui/progress.ts';

const HINT_MS = 3000;

interface FormatItem extends QuickPickItem {
  readonly format: CopyFormat;
}

/**
 * Copy Task As…: asks how, and puts it on the clipboard. A Task that was not fetched yet is fetched if
 * the format is made of its answer.
 *
 * @throws TaskRouterFailure if it cannot be fetched
 */
export async function copyTaskAs(
  task: ProfiledTask,
  profile: Profile,
  store: TaskStore,
): Promise<void> {
  const items = copyFormats(profile, settings.privacyMode()).map(
    ({ format, label, description }): FormatItem => ({
      format,
      label: say(label),
      description: say(description),
    }),
  );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Copy Task {0} As', shortenSid(task.taskSid)),
    placeHolder: l10n.t('Nothing that is copied holds a secret'),
    ignoreFocusOut: true,
  });
  if (picked === undefined) return;
  const fetched = copiesAnswer(picked.format) ? await answerOf(task, store) : NOTHING;
  // Privacy mode may have been switched meanwhile.
  const parts = { task, profile, fetched, masked: settings.privacyMode(), say };
  const copied = copyText(picked.format, parts);
  if ('reason' in copied) {
    window.setStatusBarMessage(say(copied.reason), HINT_MS);
    return;
  }
  await env.clipboard.writeText(copied.text);
  window.setStatusBarMessage(l10n.t('Task copied: {0}', picked.label), HINT_MS);
}

const NOTHING: FetchedTask = { text: '', fetchedAt: 0 };

async function answerOf(task: ProfiledTask, store: TaskStore): Promise<FetchedTask> {
  const known = store.get(task)?.fetched;
  if (known !== undefined) return known;
  const title = l10n.t('Fetching {0}…', shortenSid(task.taskSid));
  return runWithProgress(title, (signal) => store.glance(task, signal, isDocumentOpen));
}
