import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const parsed: ts.SourceFile[] = [];

/** The parsed source files of the product. Tests run in the project's root. */
export function sourceFiles(): readonly ts.SourceFile[] {
  // Several files of tests need them, and parsing them takes a second.
  if (parsed.length === 0) parsed.push(...parseSources());
  return parsed;
}

function parseSources(): ts.SourceFile[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => join('src', name).replaceAll('\\', '/'))
    .map((path) => parseSource(path, readFileSync(path, 'utf8')));
}

export function parseSource(path: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  return ts.createSourceFile(path, text, options, true);
}

/** The position of a node: `src/editor/ui/localize.ts:8`. */
export function sourcePosition(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}`;
}
