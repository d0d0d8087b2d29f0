import type { TextDocument } from 'vscode';

/** As `jsonValidation` in the manifest has them. */
const NAMES = /(?:\.taskrouter-workflow|\/taskrouter-workflow[^/]*)\.json$/;

/** Whether VS Code's JSON itself completes and explains the keys of a document, by our schema. */
export function isDescribedBySchema({ languageId, uri }: TextDocument): boolean {
  return (languageId === 'json' || languageId === 'jsonc') && NAMES.test(uri.path);
}
