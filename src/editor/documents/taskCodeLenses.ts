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
import { DisposableStore } from '../../core/base/disposables.ts';
import { describeTaskDocument } from '../../core/documents/documentText.ts';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import { message, type Message, type MessageArgument } from '../../core/messages/message.ts';
import { movedFailure } from '../../core/profiles/connection.ts';
import { SAMPLE_PROFILE_ID } from '../../core/profiles/profile.ts';
import { nameWithBadge } from '../../core/profiles/profileBadge.ts';
import { resourceKind } from '../../core/resources/resourceKind.ts';
import { isTask, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import { commandIds, type CommandId } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { routingLens } from '../explanation/routingLens.ts';
import type { LoadedServices } from '../services.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { formatTime } from '../ui/formatTime.ts';
import { localize, joinFacts } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';

/** The CodeLenses above each document. */
export class TaskCodeLenses implements CodeLensProvider, Disposable {
  readonly #services: LensServices;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(services: LensServices) {
    this.#services = services;
    const { documents, profiles, explanations } = services;
    this.#disposables.add(
      documents.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    this.#disposables.add(
      explanations.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    this.#disposables.add(
      settings.onDidChange(PRIVACY_SETTINGS, () => {
        this.#changed.fire();
      }),
    );
    // Profiles can be renamed.
    this.#disposables.add(
      profiles.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    // Times of the current day have no date, which is outdated the next day.
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#changed.fire();
      }),
    );
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    return codeLensesFor(uri, this.#services);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

const TOP = new Range(0, 0, 0, 0);

/** What is needed to tell the state of a document. */
export type LensServices = Pick<
  LoadedServices,
  'store' | 'documents' | 'workspaceNames' | 'profiles' | 'explanations'
>;

/** The CodeLenses of a document: its source, the time of the fetch, and its actions. */
function codeLensesFor(uri: Uri, services: LensServices): CodeLens[] {
  const resource = parseResourceUri(uri);
  if (resource === undefined) return [];
  const record = services.store.get(resource);
  const commands = [
    ...explainFetching(record),
    ...explainFailure(record, uri),
    ...explainMove(record),
    ...(record?.fetched === undefined ? [] : [describe(resource, record.fetched, services)]),
    ...(isTask(resource) ? routingLens(resource, record, uri, services.explanations) : []),
    ...(record?.fetched === undefined || !present().masks ? [] : [explainMasking()]),
    ...actionCommands(resource, record, uri, services),
  ];
  return commands.map((command) => new CodeLens(TOP, command));
}

/** Until the answer is there, what is in memory is shown, with the time of its fetch. */
function explainFetching(record: TaskRecord | undefined): Command[] {
  if (record?.fetching !== true) return [];
  return [{ title: `$(sync)\u00a0${localize(message('Fetching…'))}`, command: '' }];
}

/** A short reason, as a full message would hide the other CodeLenses. */
function explainFailure(record: TaskRecord | undefined, uri: Uri): Command[] {
  if (record?.failure === undefined || record.fetching) return [];
  const reason = summarizeFailure(record.failure);
  const text =
    record.fetched === undefined
      ? message('Not fetched: {0}', reason)
      : message('Stale: {0}', reason);
  const when = message(
    '{0} (at {1})',
    failureSentence(record.failure),
    formatTime(record.failedAt),
  );
  return [
    {
      ...toCommand(`$(warning)\u00a0${localize(text)}`, commandIds.explainFailure, uri),
      tooltip: localize(when),
    },
  ];
}

/** Always shown if the text is from another host than the profile's. */
function explainMove(record: TaskRecord | undefined): Command[] {
  if (record?.formerProfile === undefined) return [];
  const failure = movedFailure(record.formerProfile);
  const text = localize(message('Stale: {0}', summarizeFailure(failure)));
  return [
    { title: `$(warning)\u00a0${text}`, tooltip: localize(failureSentence(failure)), command: '' },
  ];
}

function explainMasking(): Command {
  const title = `$(eye-closed)\u00a0${localize(message('Masked'))}`;
  const tooltip = localize(message('Privacy mode masks personal data of Tasks. Click to show it.'));
  return { ...toCommand(title, commandIds.togglePrivacyMode), tooltip };
}

function describe(
  resource: ProfiledResource,
  fetched: FetchedTask,
  services: LensServices,
): Command {
  return { title: plainText(joinFacts(documentFacts(resource, fetched, services))), command: '' };
}

/** What is said about a fetched document: its state, profile, Workspace and the time of the fetch. */
export function documentFacts(
  resource: ProfiledResource,
  fetched: FetchedTask,
  { profiles, workspaceNames }: LensServices,
): readonly MessageArgument[] {
  const profile = profiles.find(resource.profileId);
  return describeTaskDocument(resource, fetched, {
    profile: profile === undefined ? resource.profileId : nameWithBadge(profile),
    workspace: workspaceNames.label(resource.profileId, resource.workspaceSid),
    time: formatTime(fetched.fetchedAt),
    present: present(),
  });
}

function actionCommands(
  resource: ProfiledResource,
  record: TaskRecord | undefined,
  uri: Uri,
  { documents }: LensServices,
): Command[] {
  const entry = (title: Message, id: CommandId<(document: Uri) => unknown>) =>
    toCommand(localize(title), id, uri);
  if (record?.fetching === true) return [];
  const { name, embedsJson } = resourceKind(resource);
  if (record?.fetched === undefined) {
    return [entry(message('Fetch {0}', name), commandIds.refreshTask)];
  }
  // Data of another host is not refreshed, but fetched only if the user asks for it.
  const again =
    record.formerProfile !== undefined
      ? entry(message('Fetch {0}', name), commandIds.openResource)
      : entry(message('Refresh'), commandIds.refreshTask);
  const otherView = documents.isDecoded(resource) ? message('Show Raw') : message('Show Decoded');
  return [
    again,
    ...(isTask(resource) ? [entry(message('Details'), commandIds.openTaskDetails)] : []),
    ...(embedsJson === true ? [entry(otherView, commandIds.toggleAttributes)] : []),
    ...(isTask(resource) && resource.profileId !== SAMPLE_PROFILE_ID
      ? [entry(message('Open in Console'), commandIds.openInConsole)]
      : []),
  ];
}
