import {
  DocumentSymbol,
  Range,
  SymbolKind,
  type DocumentSymbolProvider,
  type TextDocument,
} from 'vscode';
import { jsonOutline, type OutlineEntry } from '../../core/documents/jsonOutline.ts';

/** The same kinds as VS Code's own JSON support, for the same icons. */
const KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

/**
 * Outline, breadcrumbs and Go to Symbol for documents. VS Code has them only for its own JSON
 * language.
 */
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
