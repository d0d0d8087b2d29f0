import {
  EventEmitter,
  l10n,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { DisposableStore } from '../../../core/base/disposables.ts';
import { readUri } from '../../../core/documents/documentUri.ts';
import { describeTrial } from '../../../core/explanation/trial/describeTrial.ts';
import { tryWorkflow, type WorkflowTrial } from '../../../core/explanation/trial/workflowTrial.ts';
import { message } from '../../../core/messages/message.ts';
import {
  configurationAt,
  type PlacedConfiguration,
} from '../../../core/routing/embedding/routingText.ts';
import type { Services } from '../../services.ts';
import { PRIVACY_SETTINGS, settings } from '../../settings.ts';
import { localize } from '../../ui/localize.ts';
import { present } from '../../ui/present.ts';
import { isInTab } from '../../ui/tabs.ts';
import type { RoutingNames } from '../language/routingNames.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import { TrialMarks } from './trialMarks.ts';
import { TRIAL_SCHEME } from './trialScheme.ts';
import { askForTrialTask, type ChosenTask } from './trialTaskPrompt.ts';

/** A Workflow that is being tried, for as long as its steps are open. */
interface OpenTrial {
  readonly uri: Uri;
  readonly document: TextDocument;
  /** Which configuration of the document. */
  readonly index: number;
  readonly task: ChosenTask;
}

/** How long nobody has typed before the steps follow, in ms. */
const DELAY_MS = 150;

/** Try Workflow with Task…: the steps of a Task beside the configuration, as it is while one types. */
export class WorkflowTrials {
  readonly #services: Services;
  readonly #texts: RoutingTexts;
  readonly #names: RoutingNames;
  readonly #disposables = new DisposableStore();
  readonly #marks = this.#disposables.add(new TrialMarks());
  readonly #changed = this.#disposables.add(new EventEmitter<Uri>());
  /** By the Uri of the document. */
  readonly #open = new Map<string, OpenTrial>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #count = 0;

  /** Fires with the Uri of steps that have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services, texts: RoutingTexts, names: RoutingNames) {
    this.#services = services;
    this.#texts = texts;
    this.#names = names;
    const updateAll = () => {
      for (const trial of this.#open.values()) this.#update(trial);
    };
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#updateSoon(document);
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        this.#close(document.uri);
      }),
    );
    this.#disposables.add(
      // VS Code keeps a document for a while after its tab was closed.
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) {
          if (input instanceof TabInputText && isClosedTrial(input.uri)) this.#close(input.uri);
        }
      }),
    );
    this.#disposables.add(window.onDidChangeVisibleTextEditors(updateAll));
    this.#disposables.add(names.onDidChange(updateAll));
    this.#disposables.add(settings.onDidChange(PRIVACY_SETTINGS, updateAll));
  }

  /**
   * Asks for a Task and shows its steps.
   *
   * @param argument the Uri of a document; by default that of the active editor
   * @returns the Uri of the steps, or undefined if there is nothing to try
   */
  async start(argument: unknown): Promise<Uri | undefined> {
    const document = documentOf(argument);
    const configurations = document && this.#texts.of(document)?.configurations;
    if (document === undefined || configurations === undefined || configurations.length === 0) {
      this.#services.runner.showMessage(
        'information',
        message('Open a Workflow, or a file with a Workflow configuration. Then try again.'),
      );
      return undefined;
    }
    const index = this.#indexIn(document, configurations);
    const task = await askForTrialTask(this.#names.profileOf(document)?.id, this.#services);
    if (task === undefined) return undefined;
    this.#count += 1;
    const uri = Uri.from({
      scheme: TRIAL_SCHEME,
      path: `/${l10n.t('Steps of {0}', task.name)}.txt`,
      query: String(this.#count),
    });
    this.#open.set(document.uri.toString(), { uri, document, index, task });
    const steps = await workspace.openTextDocument(uri);
    await window.showTextDocument(steps, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    this.#mark(document);
    return uri;
  }

  /** The text of the steps, or how to get it again. */
  text(uri: Uri): string {
    const trial = [...this.#open.values()].find((one) => one.uri.toString() === uri.toString());
    if (trial === undefined) {
      return l10n.t('These steps are not in memory any more. Run "Try Workflow with Task…" again.');
    }
    const { document, task } = trial;
    const found = this.#try(trial);
    if (found === undefined) return l10n.t('The document has no Workflow configuration any more.');
    const title = l10n.t('Steps of {0} through {1}', task.name, nameOf(document));
    return describeTrial(found, title, {
      present: present(),
      localize,
      queues: this.#names.queuesOf(document),
    });
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  #try({ document, index, task }: OpenTrial): WorkflowTrial | undefined {
    const configuration = this.#texts.of(document)?.configurations[index];
    return configuration && tryWorkflow(configuration, task.text, present());
  }

  /** The one that the cursor is in, or the first. */
  #indexIn(document: TextDocument, configurations: readonly PlacedConfiguration[]): number {
    const editor = window.activeTextEditor;
    const routing = this.#texts.of(document);
    if (editor?.document !== document || routing === undefined) return 0;
    const found = configurationAt(routing, document.offsetAt(editor.selection.active));
    return found === undefined ? 0 : Math.max(0, configurations.indexOf(found));
  }

  #updateSoon(document: TextDocument): void {
    const key = document.uri.toString();
    const trial = this.#open.get(key);
    if (trial === undefined) return;
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      this.#update(trial);
    }, DELAY_MS);
    this.#timers.set(key, timer);
  }

  #update({ uri, document }: OpenTrial): void {
    this.#changed.fire(uri);
    this.#mark(document);
  }

  #mark(document: TextDocument): void {
    const trial = this.#open.get(document.uri.toString());
    this.#marks.show(document, trial && this.#try(trial));
  }

  /** With the steps, their marks go too. */
  #close(closed: Uri): void {
    for (const [key, { uri, document }] of this.#open) {
      if (![uri, document.uri].some((one) => one.toString() === closed.toString())) continue;
      this.#open.delete(key);
      this.#mark(document);
    }
  }
}

/** Whether no tab has these steps any more. */
function isClosedTrial(uri: Uri): boolean {
  return uri.scheme === TRIAL_SCHEME && !isInTab(uri);
}

/** Only an open document: an argument opens none. */
function documentOf(argument: unknown): TextDocument | undefined {
  const parts = readUri(argument);
  if (parts === undefined) return window.activeTextEditor?.document;
  const key = Uri.from(parts).toString();
  return workspace.textDocuments.find(({ uri }) => uri.toString() === key);
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
