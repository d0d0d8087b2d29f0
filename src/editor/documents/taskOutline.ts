import {
  DocumentSymbol,
  Range,
  SymbolKind,
  type DocumentSymbolProvider,
  type TextDocument,
} from 'vscode';
import { jsonOutline, type OutlineEntry } from '../../core/documents/jsonOutline.ts';

/** As VS Code's own JSON has them, so that an outline has the same icons. */
const KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

/** Outline, breadcrumbs and Go to Symbol of documents, which VS Code has for its own JSON only. */
export class TaskOutline implements DocumentSymbolProvider {
  provideDocumentSymbols(document: TextDocument): DocumentSymbol[] {
    const rangeOf = (start: number, end: number) =>
      new Range(document.positionAt(start), document.positionAt(end));
    const symbolOf = (entry: OutlineEntry): DocumentSymbol => {
      const { name, detail, kind, start, end, nameEnd } = entry;
      const whole = rangeOf(start, end);
      const symbol = new DocumentSymbol(name, detail, KINDS[kind], whole, rangeOf(start, nameEnd));
      symbol.children = entry.children.map(symbolOf);
      return symbol;
    };
    return jsonOutline(document.getText()).map(symbolOf);
  }
}
