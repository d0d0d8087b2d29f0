import { TabInputText, window, type Uri } from 'vscode';

/** Closes the tabs of a document. */
export async function closeTabs(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputText && String(input.uri) === String(uri));
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
}
