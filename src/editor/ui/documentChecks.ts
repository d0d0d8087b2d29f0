import { window, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { settings } from '../settings.ts';
import { isInTab } from './tabs.ts';

/** How long to wait after the last change before a document is checked. */
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
    // Listens to all of these, as the order varies: a closed document has left its tab, and is no
    // longer visible.
    this.#disposables.add(window.tabGroups.onDidChangeTabs(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleTextEditors(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleNotebookEditors(forgetClosed));
    // A change of language closes a document and opens it again.
    this.#disposables.add(workspace.onDidOpenTextDocument(schedule));
    this.#disposables.add(
      settings.onDidChange(['validation'], () => {
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

  /** Checks once more what was checked, as something else than its text has changed. */
  repeat(): void {
    for (const document of workspace.textDocuments) {
      if (this.#checked.has(document.uri.toString())) this.#schedule(document);
    }
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

  /** Each change delays the check, so that no outdated text is checked. */
  #schedule(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        // It may have been closed meanwhile. Behind another tab it is not visible, but its problems
        // are still listed, and after a change of its file they would be at wrong positions.
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

  /** VS Code keeps a document for a while after all of its editors were closed. */
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

/** Documents that only repeat others, or that the user does not write. */
const UNCHECKED_SCHEMES: ReadonlySet<string> = new Set(['git', 'output', 'debug', 'search-editor']);

/** The visible documents to check: files in any file system, untitled documents, notebook cells. */
function checkedDocuments(): readonly TextDocument[] {
  const texts = window.visibleTextEditors.map(({ document }) => document);
  const cells = window.visibleNotebookEditors.flatMap(({ notebook }) =>
    notebook.getCells().map(({ document }) => document),
  );
  return [...new Set([...texts, ...cells])].filter(isChecked);
}

function isChecked({ uri: { scheme } }: TextDocument): boolean {
  if (scheme === 'untitled' || scheme === 'vscode-notebook-cell') return true;
  // Undefined for schemes without a file system: input boxes, comments, previews.
  return !UNCHECKED_SCHEMES.has(scheme) && workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
