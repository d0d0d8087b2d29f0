import { workspace, type Uri } from 'vscode';

/** Waits until nothing that was fetched for a document is in memory. */
export async function untilForgotten(uri: Uri): Promise<void> {
  while ((await workspace.fs.readFile(uri)).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
