import {
  CodeAction,
  CodeActionKind,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { describeFix } from '../../core/routing/embedding/describeFix.ts';
import { localize } from '../ui/localize.ts';
import type { RoutingDiagnostics } from './routingDiagnostics.ts';

/** Quick fixes for problems with routing. */
export class RoutingFixes implements CodeActionProvider {
  readonly #diagnostics: RoutingDiagnostics;

  constructor(diagnostics: RoutingDiagnostics) {
    this.#diagnostics = diagnostics;
  }

  provideCodeActions(
    document: TextDocument,
    range: Range,
    { diagnostics }: CodeActionContext,
  ): CodeAction[] {
    // What TaskRouter answered cannot be changed.
    if (document.uri.scheme === TASK_SCHEME) return [];
    return this.#diagnostics.problemsIn(document, range).flatMap(([marked, problem]) =>
      problem.fixes.map((fix) => {
        const { offset, length, text } = fix;
        const action = new CodeAction(localize(describeFix(problem, fix)), CodeActionKind.QuickFix);
        action.edit = new WorkspaceEdit();
        const [start, end] = [document.positionAt(offset), document.positionAt(offset + length)];
        action.edit.replace(document.uri, new Range(start, end), text);
        action.diagnostics = diagnostics.filter(
          (one) => one.range.isEqual(marked) && codeOf(one.code) === problem.code,
        );
        action.isPreferred = problem.fixes.length === 1 && problem.severity !== 'hint';
        return action;
      }),
    );
  }
}

function codeOf(code: CodeActionContext['diagnostics'][number]['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
