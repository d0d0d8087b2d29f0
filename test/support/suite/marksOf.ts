import { languages, type Diagnostic, type TextDocument } from 'vscode';

/** The marks of this extension in a document. */
export function marksOf(document: TextDocument): readonly Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'TaskRouter Lens');
}
