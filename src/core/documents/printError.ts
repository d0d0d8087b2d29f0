/** The text of a document that cannot show what it is of: JSON, as the editor takes it for that. */
export function printError(kind: string, sentence: string): string {
  return JSON.stringify({ error: { kind, message: sentence } }, null, 2) + '\n';
}
