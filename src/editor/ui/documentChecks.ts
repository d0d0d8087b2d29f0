import { window, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { isInTab } from './tabs.ts';

/** A document is checked when nobody has typed for so long. */
const CHECK_DELAY_MS = 300;

export interface DocumentChecksOptions<Result> {
  /** Checks a document and shows what was found; undefined if it is not to be checked at all. */
  readonly check: (document: TextDocument) => Result | undefined;
  /** Shows nothing any more. */
  readonly clear: (uri: Uri) => void;
}

interface CheckedVersion<Result> {
  readonly uri: Uri;
  readonly version: number;
  readonly result: Result;
}

/** Checks the visible documents some time after their last change, and again when validation is set. */
export class DocumentChecks<Result> implements Disposable {
  readonly #options: DocumentChecksOptions<Result>;
  readonly #disposables = new DisposableStore();
  readonly #checked = new Map<string, CheckedVersion<Result>>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(options: DocumentChecksOptions<Result>) {
    this.#options = options;
    const checkVisible = () => {
      this.#checkVisible();
    };
    const forgetClosed = () => {
      this.#forgetClosed();
    };
    const schedule = (document: TextDocument) => {
      this.#schedule(document);
    };
    this.#disposables.add(window.onDidChangeVisibleTextEditors(checkVisible));
    this.#disposables.add(window.onDidChangeVisibleNotebookEditors(checkVisible));
    this.#disposables.add(workspace.onDidChangeNotebookDocument(checkVisible));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        schedule(document);
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#forget(uri);
      }),
    );
    // Whichever comes last: what is closed leaves its tab, and is out of sight.
    this.#disposables.add(window.tabGroups.onDidChangeTabs(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleTextEditors(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleNotebookEditors(forgetClosed));
    // A document whose language was changed has been closed and opened again.
    this.#disposables.add(workspace.onDidOpenTextDocument(schedule));
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('taskrouter.validation')) return;
        for (const { uri } of this.#checked.values()) this.#options.clear(uri);
        this.#checked.clear();
        checkVisible();
      }),
    );
  }

  /** Checks what is visible now. */
  start(): void {
    this.#checkVisible();
  }

  /** What was found in a document; undefined if it has another text by now. */
  resultOf({ uri, version }: TextDocument): Result | undefined {
    const checked = this.#checked.get(uri.toString());
    return checked?.version === version ? checked.result : undefined;
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  #checkVisible(): void {
    for (const document of checkedDocuments()) {
      const checked = this.#checked.get(document.uri.toString());
      if (checked?.version !== document.version) this.#schedule(document);
    }
  }

  /** Every further change puts the check off, so that none is made of a text that is gone. */
  #schedule(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        // Meanwhile it may have been closed. Behind another tab it is in nobody's sight, but its marks are in
        // the list of problems: of a file that was changed outside they would point at another text.
        if (this.#checked.has(key) || checkedDocuments().includes(document)) this.#check(document);
      }, CHECK_DELAY_MS),
    );
  }

  #check(document: TextDocument): void {
    const { uri, version } = document;
    const result = this.#options.check(document);
    if (result === undefined) this.#forget(uri);
    else this.#checked.set(uri.toString(), { uri, version, result });
  }

  /** A text lives on for a while after all that showed it was closed. */
  #forgetClosed(): void {
    const visible = new Set(checkedDocuments().map(({ uri }) => uri.toString()));
    for (const [key, { uri }] of [...this.#checked]) {
      if (!visible.has(key) && !isInTab(uri)) this.#forget(uri);
    }
  }

  #forget(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    this.#checked.delete(key);
    this.#options.clear(uri);
  }
}

/** Documents that only repeat others, or that nobody writes. */
const UNCHECKED_SCHEMES: ReadonlySet<string> = new Set(['git', 'output', 'debug', 'search-editor']);

/** The visible documents that are checked: files of any kind of disk, untitled ones, notebook cells. */
function checkedDocuments(): readonly TextDocument[] {
  const texts = window.visibleTextEditors.map(({ document }) => document);
  const cells = window.visibleNotebookEditors.flatMap(({ notebook }) =>
    notebook.getCells().map(({ document }) => document),
  );
  return [...new Set([...texts, ...cells])].filter(isChecked);
}

function isChecked({ uri: { scheme } }: TextDocument): boolean {
  if (scheme === 'untitled' || scheme === 'vscode-notebook-cell') return true;
  // Undefined where nobody provides files of that scheme: input boxes, comments, previews.
  return !UNCHECKED_SCHEMES.has(scheme) && workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
