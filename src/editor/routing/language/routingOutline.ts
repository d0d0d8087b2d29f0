import {
  DocumentSymbol,
  Range,
  SymbolKind,
  type DocumentSymbolProvider,
  type TextDocument,
} from 'vscode';
import {
  configurationOutline,
  type RoutingSymbol,
} from '../../../core/routing/language/configurationOutline.ts';
import { spanThrough } from '../../../core/routing/embedding/routingText.ts';
import { present } from '../../ui/present.ts';
import { joinFacts, localize } from '../../ui/localize.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import type { RoutingNames } from './routingNames.ts';

const kinds: Readonly<Record<RoutingSymbol['kind'], SymbolKind>> = {
  filter: SymbolKind.Event,
  target: SymbolKind.Field,
};

/** Filters and their targets, for the outline, breadcrumbs and Go to Symbol. */
export class RoutingOutline implements DocumentSymbolProvider {
  readonly #texts: RoutingTexts;
  readonly #names: RoutingNames;

  constructor(texts: RoutingTexts, names: RoutingNames) {
    this.#texts = texts;
    this.#names = names;
  }

  provideDocumentSymbols(document: TextDocument): DocumentSymbol[] {
    const options = {
      present: present(),
      queueName: (sid: string) => this.#names.queueName(document, sid),
    };
    const configurations = this.#texts.of(document)?.configurations ?? [];
    return configurations.flatMap(({ read, map }) => {
      const symbolOf = ({ kind, name, details, span, children }: RoutingSymbol): DocumentSymbol => {
        const { offset, length } = spanThrough(map, span);
        const whole = new Range(document.positionAt(offset), document.positionAt(offset + length));
        const start = new Range(whole.start, whole.start);
        const symbol = new DocumentSymbol(
          localize(name),
          joinFacts(details),
          kinds[kind],
          whole,
          start,
        );
        symbol.children = children.map(symbolOf);
        return symbol;
      };
      return configurationOutline(read, options).map(symbolOf);
    });
  }
}
