import {
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type DocumentSemanticTokensProvider,
  type SemanticTokens,
  type TextDocument,
} from 'vscode';
import { COLOR_TYPES, colorExpression } from '../../../core/routing/language/expressionColors.ts';
import type { RoutingTexts } from '../routingTexts.ts';

export const EXPRESSION_LEGEND = new SemanticTokensLegend([...COLOR_TYPES]);

/** Colours expressions, which the language of the document has as strings. */
export class ExpressionTokens implements DocumentSemanticTokensProvider {
  readonly #texts: RoutingTexts;

  constructor(texts: RoutingTexts) {
    this.#texts = texts;
  }

  /** Returns `undefined` for a document without routing, which leaves it to other providers. */
  provideDocumentSemanticTokens(document: TextDocument): SemanticTokens | undefined {
    const routing = this.#texts.of(document);
    if (routing === undefined) return undefined;
    const builder = new SemanticTokensBuilder(EXPRESSION_LEGEND);
    for (const { text, scope, map, offset, length } of routing.expressions) {
      const start = document.positionAt(offset);
      // The editor takes no tokens that span several lines.
      if (start.line !== document.positionAt(offset + length).line) continue;
      for (const token of colorExpression(text, scope)) {
        const from = map.toText(token.offset);
        const to = map.toText(token.offset + token.length);
        const character = start.character + from - offset;
        builder.push(start.line, character, to - from, COLOR_TYPES.indexOf(token.type));
      }
    }
    return builder.build();
  }
}
