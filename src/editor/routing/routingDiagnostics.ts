import {
  Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  Uri,
  workspace,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { docsOfProblem } from '../../core/routing/check/problemDocs.ts';
import type { ProblemKind } from '../../core/routing/check/routingProblem.ts';
import { RoutingChecks, type PlacedProblem } from '../../core/routing/embedding/routingChecks.ts';
import { FetchedChecks } from '../../core/routing/fetched/fetchedChecks.ts';
import { settings, type Validation } from '../settings.ts';
import { DocumentChecks } from '../ui/documentChecks.ts';
import { localize } from '../ui/localize.ts';
import type { FetchedAttributes } from './fetchedAttributes.ts';
import { hasRoutingSchema, isJson } from './language/routingSchema.ts';
import type { RoutingTexts } from './routingTexts.ts';

/** A list of problems that is longer is of no use. */
const MAX_PROBLEMS = 500;

const SOURCE = 'TaskRouter Lens';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
} as const;

/** What is kept of a document from one check to the next. */
interface Checkers {
  readonly routing: RoutingChecks;
  readonly fetched: FetchedChecks;
}

/** Marks what is wrong with the routing in the visible documents, some time after the last change. */
export class RoutingDiagnostics implements Disposable {
  readonly #texts: RoutingTexts;
  readonly #disposables = new DisposableStore();
  readonly #collection = this.#disposables.add(
    languages.createDiagnosticCollection('taskrouter-routing'),
  );
  readonly #fetched: FetchedAttributes;
  readonly #checkers = new WeakMap<TextDocument, Checkers>();
  readonly #checks = this.#disposables.add(
    new DocumentChecks<readonly PlacedProblem[]>({
      check: (document) => this.#check(document),
      clear: (uri) => {
        this.#collection.delete(uri);
      },
    }),
  );

  constructor(texts: RoutingTexts, fetched: FetchedAttributes) {
    this.#texts = texts;
    this.#fetched = fetched;
    this.#disposables.add(
      fetched.onDidChange(() => {
        this.#checks.repeat();
      }),
    );
    this.#disposables.add(
      languages.onDidChangeDiagnostics(({ uris }) => {
        for (const document of workspace.textDocuments) {
          const problems = this.#checks.resultOf(document) ?? [];
          if (problems.some(isWrongSid) && uris.some(equals(document.uri))) {
            this.#show(document, problems);
          }
        }
      }),
    );
    this.#checks.start();
  }

  /** The problems within a range. Empty if the text has changed since they were found. */
  problemsIn(document: TextDocument, range: Range): readonly (readonly [Range, PlacedProblem])[] {
    return (this.#checks.resultOf(document) ?? []).flatMap((problem) => {
      const marked = rangeOf(document, problem);
      return marked.intersection(range) === undefined ? [] : [[marked, problem] as const];
    });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #check(document: TextDocument): readonly PlacedProblem[] | undefined {
    if (settings.validation(document) === 'off') return undefined;
    const routing = this.#texts.of(document);
    if (routing === undefined) return undefined;
    let checker = this.#checkers.get(document);
    if (checker === undefined) {
      checker = { routing: new RoutingChecks(), fetched: new FetchedChecks() };
      this.#checkers.set(document, checker);
    }
    const isKnownElsewhere = jsonServiceOf(document);
    const problems = [
      ...checker.routing
        .check(routing)
        .filter((problem) => problem.isEmbedded || !isKnownElsewhere(problem.kind)),
      ...checker.fetched.check(routing, this.#fetched.kindsFor(document)),
    ].slice(0, MAX_PROBLEMS);
    this.#show(document, problems);
    return problems;
  }

  #show(document: TextDocument, problems: readonly PlacedProblem[]): void {
    const { uri } = document;
    const marked = problems.some(isWrongSid) ? wrongSidsIn(uri) : [];
    const validation = settings.validation(document);
    const shown = problems
      .map((problem) => ({ problem, range: rangeOf(document, problem) }))
      .filter(
        ({ problem, range }) =>
          !isWrongSid(problem) || !marked.some((one) => one.intersection(range) !== undefined),
      )
      .map(({ problem, range }) => diagnose(problem, range, validation));
    // Setting diagnostics fires the event that called this.
    const before = this.#collection.get(uri) ?? [];
    if (problems.some(isWrongSid) && isSame(before, shown)) return;
    this.#collection.set(uri, shown);
  }
}

function diagnose(problem: PlacedProblem, range: Range, validation: Validation): Diagnostic {
  const diagnostic = new Diagnostic(
    range,
    localize(problem.message),
    severityOf(problem, validation),
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: problem.code, target: Uri.parse(docsOfProblem(problem)) };
  return diagnostic;
}

function severityOf({ severity }: PlacedProblem, validation: Validation): DiagnosticSeverity {
  if (validation === 'hint') return severities.hint;
  return severities[validation === 'warning' && severity === 'error' ? 'warning' : severity];
}

function isWrongSid({ kind }: PlacedProblem): boolean {
  return kind === 'wrongSid';
}

/** Where the SID diagnostics mark a wrong SID, so that it is not marked twice. */
function wrongSidsIn(uri: Uri): readonly Range[] {
  return languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code }) => source === SOURCE && typeof code === 'string' && code.endsWith('-sid'),
    )
    .map(({ range }) => range);
}

function isSame(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ range, message }, index) => {
      const counterpart = other[index];
      return counterpart?.message === message && counterpart.range.isEqual(range);
    })
  );
}

const ofSchema: ReadonlySet<ProblemKind> = new Set(['wrongType', 'notANumber', 'numberTooSmall']);

/** Whether VS Code's own JSON extension marks a kind of problem in a document. */
function jsonServiceOf(document: TextDocument): (kind: ProblemKind) => boolean {
  const isOn =
    isJson(document.languageId) &&
    extensions.getExtension('vscode.json-language-features') !== undefined &&
    settings.validatesJson(document.uri);
  const hasSchema = hasRoutingSchema(document);
  return (kind) => isOn && (kind === 'invalidJson' || (hasSchema && ofSchema.has(kind)));
}

function rangeOf(
  document: TextDocument,
  { offset, length }: Pick<PlacedProblem, 'offset' | 'length'>,
): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
}

function equals(uri: Uri) {
  const text = uri.toString();
  return (other: Uri) => other.toString() === text;
}
