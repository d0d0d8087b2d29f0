import { Uri, workspace } from 'vscode';
import { buildResourceUri, parseResourceUri } from '../../core/documents/documentUri.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';

/**
 * The Uri of a resource's document. If a document with the same SIDs in another case is open, its
 * Uri is used, so that a resource has only one tab.
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

/** Whether the document of a resource is open, so that its answer should be kept. */
export function isDocumentOpen(resource: ProfiledResource): boolean {
  const uri = taskUri(resource).toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
