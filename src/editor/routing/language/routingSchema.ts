import type { TextDocument } from 'vscode';

/** The files that `jsonValidation` in the manifest has a schema for. */
const NAMES = /(?:\.taskrouter-workflow|\/taskrouter-workflow[^/]*)\.json$/;

/** Whether this extension contributes a JSON schema for a document. VS Code's JSON then completes its keys. */
export function hasRoutingSchema({ languageId, uri }: TextDocument): boolean {
  return isJson(languageId) && NAMES.test(uri.path);
}

/** Whether VS Code's JSON service validates documents of a language. */
export function isJson(languageId: string): boolean {
  return languageId === 'json' || languageId === 'jsonc';
}
