import {
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  window,
  type Tab,
  type Uri,
} from 'vscode';

/** What the tabs show, or would if they were in front: alone or in a diff. */
export function urisInTabs(): readonly Uri[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(urisOf);
}

function urisOf({ input }: Tab): readonly Uri[] {
  if (input instanceof TabInputText || input instanceof TabInputNotebook) return [input.uri];
  if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff) {
    return [input.original, input.modified];
  }
  return [];
}

/** Whether a tab shows a text, or would if it were in front: alone, in a diff or as a notebook's cell. */
export function isInTab(uri: Uri): boolean {
  const shown = urisInTabs();
  // The address of a cell is its notebook's with another scheme and fragment.
  return uri.scheme === 'vscode-notebook-cell'
    ? shown.some(({ path }) => path === uri.path)
    : shown.some((one) => one.toString() === uri.toString());
}

/** Closes the tabs of a document. */
export async function closeTabs(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputText && String(input.uri) === String(uri));
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
}
