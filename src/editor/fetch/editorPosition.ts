import { window, type Position, type TextEditor } from 'vscode';
import { parseTaskUri } from '../../core/documents/documentUri.ts';
import {
  findReference,
  selectedTasks,
  type SelectedTask,
} from '../../core/references/findReference.ts';
import {
  parseTaskReference,
  referenceText,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';

/** A place in a text: what stands around it may say the Workspace. */
export interface TextPosition {
  readonly text: string;
  readonly offset: number;
}

/** What is under the cursor of the active editor, as far as it concerns a Task. */
export interface EditorPosition extends TextPosition {
  /** What stands there and means a Task, as a reference, or nearly means one, as it is; else empty. */
  readonly suggestion: string;
  readonly reference?: ParsedTaskReference;
  /** The Tasks that are selected, if they are several. */
  readonly several?: readonly SelectedTask[];
  /** The Task whose document that editor shows. */
  readonly task: ProfiledTask | undefined;
}

/** More than this is not selected to name one Task. */
const MAX_SELECTION_CHARS = 10_000;

/** More than this is not selected to name several, but to copy or delete. */
const MAX_SELECTIONS_CHARS = 1_000_000;

/** Reads the active editor's selection, else the SID or address under its cursor. */
export function editorPosition(): EditorPosition | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const text = editor.document.getText();
  const place = readSelection(editor, text) ?? readAt(editor, text, editor.selection.active);
  const several = readSelections(editor, text);
  return several.length > 1 ? { ...place, several } : place;
}

/** A selection can hold several SIDs, and there can be several of either. */
function readSelections({ document, selections }: TextEditor, text: string) {
  const ranges = selections.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
  const length = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return length > MAX_SELECTIONS_CHARS ? [] : selectedTasks(text, ranges);
}

function readSelection(editor: TextEditor, text: string): EditorPosition | undefined {
  const { document, selection } = editor;
  const selected = document.getText(selection);
  if (selected === '' || selected.length > MAX_SELECTION_CHARS) return undefined;
  const result = parseTaskReference(selected);
  if (!result.valid) return undefined;
  // In another notation than as it stands there, it has no place of its own.
  const within = selected.indexOf(result.reference.taskSid);
  const offset = document.offsetAt(selection.start) + Math.max(0, within);
  const around = within < 0 ? undefined : findReference(text, offset);
  // A double click selects the SID alone, even in an address that says whose host is meant; what is
  // malformed there counts as well.
  const isBare = Object.keys(result.reference).length === 1;
  if (around !== undefined && (isBare || around.reference === undefined)) {
    return readAt(editor, text, document.positionAt(offset));
  }
  const { apiOrigin, region } = around?.reference ?? {};
  const reference = {
    // So does the path alone, without the host before it.
    ...(apiOrigin !== undefined && { apiOrigin }),
    ...(region !== undefined && { region }),
    ...result.reference,
  };
  const task = parseTaskUri(document.uri);
  return { text, offset, suggestion: referenceText(reference), reference, task };
}

function readAt({ document }: TextEditor, text: string, position: Position): EditorPosition {
  const offset = document.offsetAt(position);
  const found = findReference(text, offset);
  const task = parseTaskUri(document.uri);
  if (found === undefined) return { text, offset, suggestion: '', task };
  return {
    text,
    offset: found.offset,
    suggestion: found.reference === undefined ? found.text : referenceText(found.reference),
    task,
    ...(found.reference !== undefined && { reference: found.reference }),
  };
}
