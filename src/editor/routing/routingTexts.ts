import type { TextDocument } from 'vscode';
import { readRoutingText, type RoutingText } from '../../core/routing/embedding/routingText.ts';
import { routingSource } from './routingSource.ts';

interface ReadVersion {
  readonly version: number;
  readonly routing: RoutingText | undefined;
}

/** The routing in documents. A document is parsed on demand, and again after it has changed. */
export class RoutingTexts {
  readonly #read = new WeakMap<TextDocument, ReadVersion>();

  /** Returns `undefined` if the document has no routing. */
  of(document: TextDocument): RoutingText | undefined {
    const { version } = document;
    const known = this.#read.get(document);
    if (known?.version === version) return known.routing;
    const routing = readDocument(document, known?.routing);
    this.#read.set(document, { version, routing });
    return routing;
  }
}

function readDocument(document: TextDocument, before: RoutingText | undefined) {
  const source = routingSource(document);
  if (source === undefined) return undefined;
  const routing = readRoutingText(source.text, source.kind, before);
  const isEmpty = routing.configurations.length + routing.expressions.length === 0;
  return isEmpty ? undefined : routing;
}
