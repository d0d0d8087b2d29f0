import {
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  window,
  type Tab,
  type Uri,
} from 'vscode';

/** The Uris of all tabs, including both sides of diffs. */
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

/** Whether a tab has this document, alone, in a diff or as a notebook's cell. */
export function isInTab(uri: Uri): boolean {
  const shown = urisInTabs();
  // The Uri of a cell is that of its notebook with another scheme and fragment.
  return uri.scheme === 'vscode-notebook-cell'
    ? shown.some(({ path }) => path === uri.path)
    : shown.some((one) => one.toString() === uri.toString());
}

/** Closes all tabs of a document. */
export async function closeTabs(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputText && String(input.uri) === String(uri));
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
}
