import { Position, Range, type TextDocument } from 'vscode';
import type { SourceKind } from '../../core/routing/configuration/embeddedConfigurations.ts';
import { mayHoldRouting, sourceKindOf } from '../../core/routing/embedding/routingSource.ts';

/** Of a larger document, the rest is not read. */
const MAX_CHARS = 2_000_000;

/** A document's text, if it can have routing in it, and how to read it. */
export function routingSource(
  document: TextDocument,
): { readonly text: string; readonly kind: SourceKind } | undefined {
  const kind = sourceKindOf(document.languageId, document.uri.path);
  if (kind === undefined) return undefined;
  // One character more tells that there are more.
  const end = document.positionAt(MAX_CHARS + 1);
  const text = document.getText(new Range(new Position(0, 0), end));
  return mayHoldRouting(text) ? { text, kind } : undefined;
}
