import {
  CodeLens,
  EventEmitter,
  Range,
  window,
  type CodeLensProvider,
  type Command,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { describeTaskDocument } from '../../core/documents/describeTaskDocument.ts';
import { parseResourceAddress } from '../../core/documents/taskAddress.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import { message, type Message } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledResource } from '../../core/tasks/profiledResource.ts';
import { isTask } from '../../core/tasks/profiledTask.ts';
import { resourceKind } from '../../core/tasks/resourceKind.ts';
import type { FetchedTask, TaskRecord, TaskStore } from '../../core/tasks/taskStore.ts';
import { clock } from '../clock.ts';
import { failureSentence } from '../failureSentence.ts';
import { plainText } from '../plainText.ts';
import { say } from '../say.ts';
import { sayAll } from '../sayAll.ts';
import { settings } from '../settings.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';
import type { TaskDocuments } from './taskDocuments.ts';

/** Tells in full why a document, given by its Uri, could not be fetched. */
export const EXPLAIN_COMMAND = '_taskrouter.explainFailure';

const TOP = new Range(0, 0, 0, 0);

export interface TaskCodeLensParts {
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly names: WorkspaceNames;
  readonly directory: ProfileDirectory;
}

/** The line above a document: what it shows, from whom and when, and what can be done. */
export class TaskCodeLenses implements CodeLensProvider, Disposable {
  readonly #directory: ProfileDirectory;
  readonly #store: TaskStore;
  readonly #documents: TaskDocuments;
  readonly #names: WorkspaceNames;
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor({ store, documents, names, directory }: TaskCodeLensParts) {
    this.#directory = directory;
    this.#store = store;
    this.#documents = documents;
    this.#names = names;
    this.#disposables.add(
      documents.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    // Profiles can be renamed.
    this.#disposables.add(
      directory.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    // A line that was written yesterday lacks the day.
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#changed.fire();
      }),
    );
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const resource = parseResourceAddress(document.uri);
    if (resource === undefined) return [];
    const record = this.#store.get(resource);
    const commands = [
      ...this.#explainFailure(record, document.uri),
      ...(record?.fetched === undefined ? [] : [this.#describe(resource, record.fetched)]),
      ...this.#offer(resource, record, document),
    ];
    return commands.map((command) => new CodeLens(TOP, command));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The reason in few words: a whole sentence would push all else out of sight. */
  #explainFailure(record: TaskRecord | undefined, uri: Uri): Command[] {
    if (record?.failure === undefined || record.fetching) return [];
    const reason = summarizeFailure(record.failure);
    const text =
      record.fetched === undefined
        ? message('Not fetched: {0}', reason)
        : message('Stale: {0}', reason);
    const when = message('{0} (at {1})', failureSentence(record.failure), clock(record.failedAt));
    return [
      {
        title: `$(warning)\u00a0${say(text)}`,
        tooltip: say(when),
        command: EXPLAIN_COMMAND,
        arguments: [uri],
      },
    ];
  }

  #describe(resource: ProfiledResource, fetched: FetchedTask): Command {
    const facts = describeTaskDocument(resource, fetched, {
      profile: this.#directory.find(resource.profileId)?.name ?? resource.profileId,
      workspace: this.#names.label(resource.profileId, resource.workspaceSid),
      time: clock(fetched.fetchedAt),
      masked: settings.privacyMode(),
    });
    return { title: plainText(sayAll(facts)), command: '' };
  }

  #offer(
    resource: ProfiledResource,
    record: TaskRecord | undefined,
    { uri }: TextDocument,
  ): Command[] {
    const entry = (title: Message, command: string) => ({
      title: say(title),
      command,
      arguments: [uri],
    });
    if (record?.fetching === true) return [{ title: say(message('Fetching…')), command: '' }];
    const { name, embedsJson } = resourceKind(resource);
    if (record?.fetched === undefined) {
      return [entry(message('Fetch {0}', name), 'taskrouter.refreshTask')];
    }
    const otherView = this.#documents.isDecoded(resource)
      ? message('Show Raw')
      : message('Show Decoded');
    return [
      entry(message('Refresh'), 'taskrouter.refreshTask'),
      ...(embedsJson === true ? [entry(otherView, 'taskrouter.toggleAttributes')] : []),
      ...(isTask(resource) ? [entry(message('Open in Console'), 'taskrouter.openInConsole')] : []),
    ];
  }
}
