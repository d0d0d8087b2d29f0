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

/** A position in a text. The text around it may name the Workspace. */
export interface TextPosition {
  readonly text: string;
  readonly offset: number;
}

/** The parts of the active editor's text and position that concern a Task. */
export interface EditorPosition extends TextPosition {
  /**
   * A reference to a Task at this position. Malformed ones are kept as they are. Empty if there is
   * none.
   */
  readonly suggestion: string;
  readonly reference?: ParsedTaskReference;
  /** The selected Tasks, if there are several. */
  readonly several?: readonly SelectedTask[];
  /** The Task whose document the editor shows. */
  readonly task: ProfiledTask | undefined;
}

/** Longer selections are not meant to name a Task. */
const MAX_SELECTION_CHARS = 10_000;

/** Longer selections are meant to be copied or deleted. */
const MAX_SELECTIONS_CHARS = 1_000_000;

/** Reads the active editor's selection, or else the SID or URL at its cursor. */
export function editorPosition(): EditorPosition | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const text = editor.document.getText();
  const place = readSelection(editor, text) ?? readAt(editor, text, editor.selection.active);
  const several = readSelections(editor, text);
  return several.length > 1 ? { ...place, several } : place;
}

/** A selection can contain several SIDs, and there can be several selections. */
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
  // In another notation, the reference has no position in the text.
  const within = selected.indexOf(result.reference.taskSid);
  const offset = document.offsetAt(selection.start) + Math.max(0, within);
  const around = within < 0 ? undefined : findReference(text, offset);
  // A double click selects only the SID, even within a URL. The URL also has the host, or may be
  // malformed.
  const isBare = Object.keys(result.reference).length === 1;
  if (around !== undefined && (isBare || around.reference === undefined)) {
    return readAt(editor, text, document.positionAt(offset));
  }
  const { apiOrigin, region } = around?.reference ?? {};
  const reference = {
    // The path alone also leaves out the host before it.
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
