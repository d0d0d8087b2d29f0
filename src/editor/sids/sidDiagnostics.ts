import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Position,
  Range,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseTaskUri } from '../../core/documents/documentUri.ts';
import { message } from '../../core/messages/message.ts';
import {
  describeWrongSids,
  type SidFix,
  type SidProblem,
} from '../../core/sids/diagnose/sidProblem.ts';
import { findWrongSids } from '../../core/sids/diagnose/wrongSids.ts';
import { MAX_RUN_LENGTH } from '../../core/sids/scan/sidCandidate.ts';
import { settings } from '../settings.ts';
import { localize } from '../ui/localize.ts';
import { isInTab } from '../ui/tabs.ts';

/** How long to wait after the last change before a document is checked. */
const CHECK_DELAY_MS = 300;

/**
 * Only the beginning of a larger document is checked, as checking all of it would slow down typing.
 */
const MAX_CHECKED_CHARS = 2_000_000;

/** A longer list of problems would be of no use. */
const MAX_PROBLEMS = 500;

/** The results for a document. Valid while its text is unchanged. */
interface Checked {
  readonly uri: Uri;
  readonly version: number;
  readonly problems: readonly SidProblem[];
}

const severities = {
  hint: DiagnosticSeverity.Hint,
  warning: DiagnosticSeverity.Warning,
} as const;

/** Reports invalid SIDs in the visible documents as problems, some time after the last change. */
export class SidDiagnostics implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #collection = this.#disposables.add(languages.createDiagnosticCollection('taskrouter'));
  readonly #checked = new Map<string, Checked>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor() {
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
        this.#checked.clear();
        this.#collection.clear();
        checkVisible();
      }),
    );
    checkVisible();
  }

  /** The fixes of the problems in a range. Empty if the text has changed. */
  fixesIn(document: TextDocument, range: Range): readonly (readonly [Range, SidFix])[] {
    const checked = this.#checked.get(document.uri.toString());
    if (checked?.version !== document.version) return [];
    return checked.problems.flatMap(({ offset, length, fix }) => {
      const marked = rangeOf(document, offset, length);
      return fix !== undefined && marked.intersection(range) !== undefined
        ? [[marked, fix] as const]
        : [];
    });
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
    const validation = settings.validation(document);
    if (validation === 'off') {
      this.#forget(document.uri);
      return;
    }
    const { text, isWhole } = headOf(document);
    // The last SID may be cut off.
    const end = isWhole ? text.length : text.length - MAX_RUN_LENGTH;
    const wrong = findWrongSids(text, parseTaskUri(document.uri) !== undefined).filter(
      ({ found }) => found.offset + found.text.length <= end,
    );
    const shown = describeWrongSids(wrong.slice(0, MAX_PROBLEMS));
    const diagnostics = shown.map((problem) => {
      const { offset, length, code } = problem;
      return diagnose(
        rangeOf(document, offset, length),
        localize(problem.message),
        validation,
        code,
      );
    });
    const note = describeLimit(isWhole, wrong.length);
    if (note !== undefined) diagnostics.push(diagnose(TOP, localize(note), 'hint', 'limit'));
    const { uri, version } = document;
    this.#checked.set(uri.toString(), { uri, version, problems: shown });
    this.#collection.set(uri, diagnostics);
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
    this.#collection.delete(uri);
  }
}

const TOP = new Range(0, 0, 0, 0);

function diagnose(
  range: Range,
  text: string,
  severity: keyof typeof severities,
  code: string,
): Diagnostic {
  const diagnostic = new Diagnostic(range, text, severities[severity]);
  diagnostic.source = 'TaskRouter Lens';
  diagnostic.code = code;
  return diagnostic;
}

function describeLimit(isWhole: boolean, problems: number) {
  if (!isWhole) {
    return message(
      'SIDs are checked in the first {0} characters of this file only',
      MAX_CHECKED_CHARS,
    );
  }
  return problems > MAX_PROBLEMS
    ? message('{0} SIDs are wrong in this file; the first {1} are marked', problems, MAX_PROBLEMS)
    : undefined;
}

function headOf(document: TextDocument): { readonly text: string; readonly isWhole: boolean } {
  const last = document.lineAt(document.lineCount - 1).range.end;
  const end = document.positionAt(MAX_CHECKED_CHARS);
  return end.isBefore(last)
    ? { text: document.getText(new Range(new Position(0, 0), end)), isWhole: false }
    : { text: document.getText(), isWhole: true };
}

function rangeOf(document: TextDocument, offset: number, length: number): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
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
