import {
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  window,
  type Tab,
  type Uri,
} from 'vscode';

/** Whether a tab shows a text, or would if it were in front: alone, in a diff or as a notebook's cell. */
export function isInTab(uri: Uri): boolean {
  const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(urisOf);
  // The address of a cell is its notebook's with another scheme and fragment.
  return uri.scheme === 'vscode-notebook-cell'
    ? shown.some(({ path }) => path === uri.path)
    : shown.some((one) => one.toString() === uri.toString());
}

function urisOf({ input }: Tab): readonly Uri[] {
  if (input instanceof TabInputText || input instanceof TabInputNotebook) return [input.uri];
  if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff) {
    return [input.original, input.modified];
  }
  return [];
}
