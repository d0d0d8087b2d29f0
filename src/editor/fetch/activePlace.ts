import { window, type TextEditor } from 'vscode';
import { parseTaskAddress } from '../../core/documents/taskAddress.ts';
import { findReference } from '../../core/references/findReference.ts';
import {
  parseTaskReference,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TextPlace } from '../workspaces/workspaceFinder.ts';

/** What is under the cursor of the active editor, as far as it concerns a Task. */
export interface ActivePlace extends TextPlace {
  /** The selected text or the word that means, or nearly means, a Task; else empty. */
  readonly suggestion: string;
  readonly reference?: ParsedTaskReference;
  /** The Task whose document that editor shows. */
  readonly task: ProfiledTask | undefined;
}

/** More than this is not selected to name one Task. */
const LONGEST_SELECTION = 10_000;

/** Reads the active editor's selection, else the SID or address under its cursor. */
export function activePlace(): ActivePlace | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const text = editor.document.getText();
  const offset = editor.document.offsetAt(editor.selection.start);
  return readSelection(editor, text, offset) ?? readCursor(editor, text);
}

function readSelection(
  { document, selection }: TextEditor,
  text: string,
  offset: number,
): ActivePlace | undefined {
  const selected = document.getText(selection);
  if (selected === '' || selected.length > LONGEST_SELECTION) return undefined;
  const result = parseTaskReference(selected);
  if (!result.valid) return undefined;
  const { reference } = result;
  const start = offset + Math.max(0, selected.indexOf(reference.taskSid));
  const task = parseTaskAddress(document.uri);
  return { text, offset: start, suggestion: selected.trim(), reference, task };
}

function readCursor({ document, selection }: TextEditor, text: string): ActivePlace {
  const offset = document.offsetAt(selection.active);
  const found = findReference(text, offset);
  const task = parseTaskAddress(document.uri);
  if (found === undefined) return { text, offset, suggestion: '', task };
  return {
    text,
    offset: found.offset,
    suggestion: found.text,
    task,
    ...(found.reference !== undefined && { reference: found.reference }),
  };
}
