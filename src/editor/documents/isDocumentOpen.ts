import { workspace } from 'vscode';
import type { ProfiledResource } from '../../core/resources/resourceReference.ts';
import { taskUri } from './taskUri.ts';

/** Whether the editor holds the document of a resource, so that what was answered for it is of use. */
export function isDocumentOpen(resource: ProfiledResource): boolean {
  const uri = taskUri(resource).toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
