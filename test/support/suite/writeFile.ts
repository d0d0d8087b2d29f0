import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Uri, workspace } from 'vscode';

/** Writes a file into the folder that is open; its Uri. */
export async function writeFile(ending: string, text: string): Promise<Uri> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder !== undefined, 'no folder is open');
  const uri = Uri.joinPath(folder.uri, `${randomUUID()}${ending}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
