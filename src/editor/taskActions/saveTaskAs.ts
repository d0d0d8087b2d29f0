import { l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { copyFormats, copyText, type CopyFormat } from '../../core/copy/copyFormat.ts';
import { message } from '../../core/messages/message.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { isTask, ownSid, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { LoadedServices } from '../services.ts';
import { localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { fetchedAnswer } from './copyTaskAs.ts';

/** The formats of Copy Task As… that are worth a file. */
const SAVED: readonly CopyFormat[] = ['json', 'markdown', 'markdownAttributes'];

interface FormatItem extends QuickPickItem {
  readonly format: CopyFormat;
}

/**
 * Save Task As…: writes the answer as it came, or a Task as Markdown, to a file that the user
 * selects. VS Code's own Save As proposes a place in the read-only file system of the document.
 *
 * @param profile the one that the answer is from
 * @throws TaskRouterFailure if it must be fetched first and cannot be
 */
export async function saveTaskAs(
  resource: ProfiledResource,
  profile: Profile,
  { store, runner, explanations }: Pick<LoadedServices, 'store' | 'runner' | 'explanations'>,
): Promise<void> {
  const format = isTask(resource) ? await askForFormat(resource.taskSid, profile) : 'json';
  if (format === undefined) return;
  const fetched = await fetchedAnswer(resource, store);
  const target = await askForFile(
    `${ownSid(resource)}.${format === 'json' ? 'json' : 'md'}`,
    format === 'json' ? { JSON: ['json'] } : { Markdown: ['md'] },
  );
  if (target === undefined) return;
  // Privacy mode may have changed meanwhile.
  const shown = { present: present(), say: localize };
  const copied = isTask(resource)
    ? copyText(format, {
        ...{ task: resource, profile, fetched, ...shown },
        explain: (as) => explanations.explainKnown(resource, fetched.text, as),
      })
    : { text: shown.present.json(fetched.text) };
  if (!('text' in copied)) return;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(copied.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    runner.showMessage('error', message('Could not save {0} ({1}).', name, reason));
    return;
  }
  runner.showMessage('information', message('Saved {0}.', name), [
    { title: message('Open'), run: async () => window.showTextDocument(target) },
  ]);
}

async function askForFormat(taskSid: string, profile: Profile): Promise<CopyFormat | undefined> {
  const choices = copyFormats(profile, present());
  const items = SAVED.flatMap((format) => choices.filter((one) => one.format === format)).map(
    ({ format, label, description }): FormatItem => ({
      format,
      label: localize(label),
      description: localize(description),
    }),
  );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Save Task {0} As', shortenSid(taskSid)),
    placeHolder: l10n.t('Select a format'),
    ignoreFocusOut: true,
  });
  return picked?.format;
}

/** Proposes the folder that is open, unless it is read-only. */
async function askForFile(
  name: string,
  filters: Readonly<Record<string, string[]>>,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.find(
    ({ uri }) => workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  );
  return window.showSaveDialog({
    defaultUri: folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder.uri, name),
    filters,
    title: plainText(l10n.t('Save {0}', name)),
  });
}
