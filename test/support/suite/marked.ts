import type { Diagnostic, TextDocument } from 'vscode';
import { waitFor } from '../waitFor.ts';
import { marksOf } from './marksOf.ts';

/** The marks in a document, once there are so many. */
export async function marked(
  document: TextDocument,
  count: number,
): Promise<readonly Diagnostic[]> {
  await waitFor(() => marksOf(document).length === count);
  return marksOf(document);
}
