import {
  l10n,
  StatusBarAlignment,
  TabInputText,
  ThemeColor,
  window,
  type Command,
  type Disposable,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import { message, type Message } from '../../core/messages/message.ts';
import { movedFailure } from '../../core/profiles/connection.ts';
import { resourceKind } from '../../core/resources/resourceKind.ts';
import type { ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts, localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { documentFacts, type LensServices } from './taskCodeLenses.ts';
import { taskUri } from './taskUri.ts';

/**
 * Says in the status bar when the active document was fetched, or why not, and fetches it. The line
 * above a document says the same, but `editor.codeLens` can hide it, and it scrolls out of view.
 */
export class DocumentStatus implements Disposable {
  readonly #services: LensServices;
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    window.createStatusBarItem('taskrouter.document', StatusBarAlignment.Left, 2),
  );

  constructor(services: LensServices) {
    this.#services = services;
    this.#item.name = l10n.t('TaskRouter Document');
    const update = () => {
      this.#update();
    };
    this.#disposables.add(services.documents.onDidChange(update));
    this.#disposables.add(services.profiles.onDidChange(update));
    this.#disposables.add(window.onDidChangeActiveTextEditor(update));
    this.#disposables.add(window.tabGroups.onDidChangeTabs(update));
    this.#disposables.add(window.tabGroups.onDidChangeTabGroups(update));
    this.#disposables.add(settings.onDidChange(PRIVACY_SETTINGS, update));
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const resource = input instanceof TabInputText ? parseResourceUri(input.uri) : undefined;
    if (resource === undefined) {
      this.#item.hide();
      return;
    }
    const record = this.#services.store.get(resource);
    const { icon, text, command, explanation } = statusOf(resource, record);
    const facts =
      record?.fetched === undefined ? [] : documentFacts(resource, record.fetched, this.#services);
    const tooltip = [joinFacts(facts), explanation].filter((line) => line !== '').join('\n');
    this.#item.text = `$(${icon}) ${plainText(localize(text))}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${localize(text)}. ${tooltip}` };
    this.#item.command = command;
    const isStale = icon === 'warning';
    this.#item.backgroundColor = isStale
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }
}

interface ShownStatus {
  readonly icon: 'sync~spin' | 'warning' | 'history' | 'cloud-download';
  readonly text: Message;
  readonly command: Command | undefined;
  /** What a click does, or why the document is stale. */
  readonly explanation: string;
}

function statusOf(resource: ProfiledResource, record: TaskRecord | undefined): ShownStatus {
  const { name } = resourceKind(resource);
  const { fetched, failure, formerProfile, fetching = false } = record ?? {};
  const uri = taskUri(resource);
  const fetch = toCommand('', commandIds.refreshTask, uri);
  const time = formatTime(fetched?.fetchedAt);
  if (fetching) {
    const text =
      fetched === undefined ? message('Fetching…') : message('As of {0}. Fetching…', time);
    return { icon: 'sync~spin', text, command: undefined, explanation: '' };
  }
  if (formerProfile !== undefined) {
    const moved = movedFailure(formerProfile);
    const text = message('Stale: {0}', summarizeFailure(moved));
    const command = toCommand('', commandIds.openResource, uri);
    return { icon: 'warning', text, command, explanation: localize(failureSentence(moved)) };
  }
  if (failure !== undefined) {
    const reason = summarizeFailure(failure);
    const text =
      fetched === undefined ? message('Not fetched: {0}', reason) : message('Stale: {0}', reason);
    const when = message('{0} (at {1})', failureSentence(failure), formatTime(record?.failedAt));
    const command = toCommand('', commandIds.explainFailure, uri);
    return { icon: 'warning', text, command, explanation: localize(when) };
  }
  return fetched === undefined
    ? {
        ...{ icon: 'cloud-download', text: message('Fetch {0}', name), command: fetch },
        explanation: l10n.t('Not in memory. Click to fetch it.'),
      }
    : {
        ...{ icon: 'history', text: message('fetched {0}', time), command: fetch },
        explanation: l10n.t('Click to refresh.'),
      };
}
