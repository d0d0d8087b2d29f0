import {
  CodeAction,
  CodeActionKind,
  Position,
  Range,
  workspace,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Command,
  type TextDocument,
} from 'vscode';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { pickFields } from '../../core/json/jsonObject.ts';
import type { SidFix } from '../../core/sids/diagnose/sidProblem.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { localize } from '../ui/localize.ts';
import type { SidDiagnostics } from './sidDiagnostics.ts';

/** Offers fixes for invalid SIDs, where the fix is certain. */
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
    return this.#fixesIn(document, range).map(([marked, fix]) => {
      const action = new CodeAction(localize(fix.title), CodeActionKind.QuickFix);
      action.edit = editOf(document, fix);
      action.diagnostics = diagnostics.filter((one) => one.range.isEqual(marked));
      action.isPreferred = true;
      return action;
    });
  }

  /** The fixes as commands, for links in a hover. */
  fixCommands(document: TextDocument, range: Range): readonly Command[] {
    return this.#fixesIn(document, range).map(([{ start }, { title }]) =>
      toCommand(localize(title), commandIds.fixSid, {
        document: document.uri.toString(),
        line: start.line,
        character: start.character,
      }),
    );
  }

  /**
   * Applies the fix at a position of an open document, if there still is one.
   *
   * @param argument as of `fixCommands`; anything else is ignored
   */
  async apply(argument: unknown): Promise<void> {
    const {
      document: uri,
      line,
      character,
    } = pickFields(argument, ...(['document', 'line', 'character'] as const));
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (document === undefined || !isIndex(line) || !isIndex(character)) return;
    const position = document.validatePosition(new Position(line, character));
    const [found] = this.#fixesIn(document, new Range(position, position));
    if (found !== undefined) await workspace.applyEdit(editOf(document, found[1]));
  }

  /** Documents with TaskRouter's answers are read-only. */
  #fixesIn(document: TextDocument, range: Range): readonly (readonly [Range, SidFix])[] {
    return document.uri.scheme === TASK_SCHEME ? [] : this.#diagnostics.fixesIn(document, range);
  }
}

function editOf(document: TextDocument, { edits }: SidFix): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { offset, length, text } of edits) {
    const [start, end] = [document.positionAt(offset), document.positionAt(offset + length)];
    edit.replace(document.uri, new Range(start, end), text);
  }
  return edit;
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
