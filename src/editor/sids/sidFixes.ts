import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { localize } from '../ui/localize.ts';
import type { SidDiagnostics } from './sidDiagnostics.ts';

/** Offers quick fixes for invalid SIDs, where the fix is certain. */
export class SidFixes implements CodeActionProvider {
  readonly #diagnostics: SidDiagnostics;

  constructor(diagnostics: SidDiagnostics) {
    this.#diagnostics = diagnostics;
  }

  provideCodeActions(
    document: TextDocument,
    range: Range,
    { diagnostics }: CodeActionContext,
  ): CodeAction[] {
    // Documents with TaskRouter's answers are read-only.
    if (document.uri.scheme === TASK_SCHEME) return [];
    return this.#diagnostics.fixesIn(document, range).map(([marked, { title, edits }]) => {
      const action = new CodeAction(localize(title), CodeActionKind.QuickFix);
      action.edit = new WorkspaceEdit();
      for (const { offset, length, text } of edits) {
        const replaced = marked.with(
          document.positionAt(offset),
          document.positionAt(offset + length),
        );
        action.edit.replace(document.uri, replaced, text);
      }
      action.diagnostics = diagnostics.filter((one) => one.range.isEqual(marked));
      action.isPreferred = true;
      return action;
    });
  }
}
