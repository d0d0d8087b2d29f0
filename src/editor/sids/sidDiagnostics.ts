import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Position,
  Range,
  type Disposable,
  type TextDocument,
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
import { DocumentChecks } from '../ui/documentChecks.ts';
import { localize } from '../ui/localize.ts';

/**
 * Only the beginning of a larger document is checked, as checking all of it would slow down typing.
 */
const MAX_CHECKED_CHARS = 2_000_000;

/** A longer list of problems would be of no use. */
const MAX_PROBLEMS = 500;

const severities = {
  hint: DiagnosticSeverity.Hint,
  warning: DiagnosticSeverity.Warning,
} as const;

/** Reports invalid SIDs in the visible documents as problems, some time after the last change. */
export class SidDiagnostics implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #collection = this.#disposables.add(languages.createDiagnosticCollection('taskrouter'));
  readonly #checks = this.#disposables.add(
    new DocumentChecks<readonly SidProblem[]>({
      check: (document) => this.#check(document),
      clear: (uri) => {
        this.#collection.delete(uri);
      },
    }),
  );

  constructor() {
    this.#checks.start();
  }

  /** The fixes of the problems in a range. Empty if the text has changed. */
  fixesIn(document: TextDocument, range: Range): readonly (readonly [Range, SidFix])[] {
    return (this.#checks.resultOf(document) ?? []).flatMap(({ offset, length, fix }) => {
      const marked = rangeOf(document, offset, length);
      return fix !== undefined && marked.intersection(range) !== undefined
        ? [[marked, fix] as const]
        : [];
    });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #check(document: TextDocument): readonly SidProblem[] | undefined {
    const validation = settings.validation(document);
    if (validation === 'off') return undefined;
    const { text, isWhole } = headOf(document);
    // The last SID may be cut off.
    const end = isWhole ? text.length : text.length - MAX_RUN_LENGTH;
    const wrong = findWrongSids(text, parseTaskUri(document.uri) !== undefined).filter(
      ({ found }) => found.offset + found.text.length <= end,
    );
    const shown = describeWrongSids(wrong.slice(0, MAX_PROBLEMS));
    const diagnostics = shown.map((problem) => {
      const { offset, length, code } = problem;
      const certain = code === 'misplaced-sid' && validation !== 'hint';
      const severity = certain || validation === 'warning' ? 'warning' : 'hint';
      return diagnose(rangeOf(document, offset, length), localize(problem.message), severity, code);
    });
    const note = describeLimit(isWhole, wrong.length);
    if (note !== undefined) diagnostics.push(diagnose(TOP, localize(note), 'hint', 'limit'));
    this.#collection.set(document.uri, diagnostics);
    return shown;
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
    ? message('{0} SIDs are wrong in this file. The first {1} are marked', problems, MAX_PROBLEMS)
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
