import { Range, ThemeColor, window, type TextDocument, type TextEditor } from 'vscode';
import { DisposableStore } from '../../../core/base/disposables.ts';
import type { TriedFilter, WorkflowTrial } from '../../../core/explanation/trial/workflowTrial.ts';
import type { Span } from '../../../core/routing/expression/syntax/span.ts';
import { shownReason } from '../../../core/routing/simulate/describeOutcome.ts';
import { localize } from '../../ui/localize.ts';
import { present } from '../../ui/present.ts';

const MAX_NOTE_LENGTH = 120;

/** Marks what a trial found in the text of the configuration: by signs and words, not by colour alone. */
export class TrialMarks {
  readonly #disposables = new DisposableStore();
  // Only high contrast themes have these borders; the backgrounds are hardly seen there.
  readonly #matching = this.#add({
    backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('diffEditor.insertedTextBorder'),
  });
  readonly #failing = this.#add({
    backgroundColor: new ThemeColor('diffEditor.removedTextBackground'),
    border: '1px dashed',
    borderColor: new ThemeColor('diffEditor.removedTextBorder'),
  });
  readonly #notReached = this.#add({ opacity: '0.6' });
  readonly #notes = this.#add({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
  });

  show(document: TextDocument, trial: WorkflowTrial | undefined): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) this.#showIn(editor, trial?.filters ?? []);
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #add(options: Parameters<typeof window.createTextEditorDecorationType>[0]) {
    return this.#disposables.add(window.createTextEditorDecorationType(options));
  }

  #showIn(editor: TextEditor, filters: readonly TriedFilter[]): void {
    const { document } = editor;
    const range = ({ offset, length }: Span) =>
      new Range(document.positionAt(offset), document.positionAt(offset + length));
    const spans = (wanted: TriedFilter['outcome']) =>
      filters.flatMap(({ outcome, span }) =>
        outcome === wanted && span !== undefined ? [range(span)] : [],
      );
    editor.setDecorations(this.#matching, spans('match'));
    editor.setDecorations(this.#notReached, spans('notReached'));
    editor.setDecorations(this.#failing, filters.flatMap(failingClauses).map(range));
    editor.setDecorations(
      this.#notes,
      filters.flatMap((filter) => {
        const note = noteOf(filter);
        if (note === undefined || filter.span === undefined) return [];
        const { end } = document.lineAt(range(filter.span).end.line).range;
        return [{ range: new Range(end, end), renderOptions: { after: { contentText: note } } }];
      }),
    );
  }
}

/** Of a filter that does not match: those that are false. */
function failingClauses({ outcome, evaluation, clauses }: TriedFilter): readonly Span[] {
  if (outcome !== 'noMatch') return [];
  return clauses.filter((_, index) => evaluation?.clauses[index]?.outcome === 'false');
}

function noteOf({ outcome, evaluation }: TriedFilter): string | undefined {
  const [reason] = evaluation?.reasons ?? [];
  const why = reason === undefined ? '' : localize(shownReason(reason, present()));
  const note = (mark: string, text: string) => `${mark} ${text.slice(0, MAX_NOTE_LENGTH)}`.trim();
  switch (outcome) {
    case 'match':
      return note('✓', why);
    case 'noMatch':
      return note('✗', why);
    case 'uncertain':
      return note('?', why);
    case 'notReached':
      return undefined;
  }
}
