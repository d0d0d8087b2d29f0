import type ts from 'typescript';

/** Where a node stands, for who has to mend it: `src/editor/ui/localize.ts:8`. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}`;
}
