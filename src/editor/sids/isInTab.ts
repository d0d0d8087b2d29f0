import type { Uri } from 'vscode';
import { urisInTabs } from '../urisInTabs.ts';

/** Whether a tab shows a text, or would if it were in front: alone, in a diff or as a notebook's cell. */
export function isInTab(uri: Uri): boolean {
  const shown = urisInTabs();
  // The address of a cell is its notebook's with another scheme and fragment.
  return uri.scheme === 'vscode-notebook-cell'
    ? shown.some(({ path }) => path === uri.path)
    : shown.some((one) => one.toString() === uri.toString());
}
