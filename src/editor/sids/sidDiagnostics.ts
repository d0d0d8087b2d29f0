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

/** So long nobody types before a document is checked. */
const CHECK_DELAY_MS = 300;

/** Of a larger document, the beginning is checked: more would be felt while typing. */
const MAX_CHECKED_CHARS = 2_000_000;

/** A list of problems that is longer is of no use. */
const MAX_PROBLEMS = 500;

/** What was found in a document, as long as its text is the same. */
interface Checked {
  readonly uri: Uri;
  readonly version: number;
  readonly problems: readonly SidProblem[];
}

const severities = {
  hint: DiagnosticSeverity.Hint,
  warning: DiagnosticSeverity.Warning,
} as const;

/** Marks what is wrong with SIDs in the visible documents, some time after the last change. */
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
    // Whichever comes last: what is closed leaves its tab, and is out of sight.
    this.#disposables.add(window.tabGroups.onDidChangeTabs(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleTextEditors(forgetClosed));
    this.#disposables.add(window.onDidChangeVisibleNotebookEditors(forgetClosed));
    // A document whose language was changed has been closed and opened again.
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

  /** The fixes of what is marked within a range; none if the text is another by now. */
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
    const validation = settings.validation(document);
    if (validation === 'off') {
      this.#forget(document.uri);
      return;
    }
    const { text, isWhole } = headOf(document);
    // Of a SID at the very end, the rest may be cut off.
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
