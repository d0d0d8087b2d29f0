import { Uri, workspace } from 'vscode';
import { buildResourceUri, parseResourceUri } from '../../core/documents/documentUri.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';

/**
 * The Uri of a resource's document. While one is open whose SIDs differ in the case of their digits
 * only, it is that one's: they are one resource, and have one tab.
 */
export function taskUri(resource: ProfiledResource): Uri {
  const uri = Uri.from(buildResourceUri(resource));
  const key = resourceKey(resource);
  const open = workspace.textDocuments
    .map((document) => document.uri)
    .filter((other) => {
      const shown = parseResourceUri(other);
      return shown !== undefined && resourceKey(shown) === key;
    });
  return open.find((other) => other.path === uri.path) ?? open[0] ?? uri;
}

/** Whether the editor holds the document of a resource, so that what was answered for it is of use. */
export function isDocumentOpen(resource: ProfiledResource): boolean {
  const uri = taskUri(resource).toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
