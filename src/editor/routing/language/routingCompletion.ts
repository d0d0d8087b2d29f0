import {
  CompletionItem,
  CompletionItemKind,
  MarkdownString,
  Range,
  SnippetString,
  type CancellationToken,
  type CompletionContext,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { expressionAt } from '../../../core/routing/embedding/routingText.ts';
import { completeRouting } from '../../../core/routing/language/completeRouting.ts';
import type { CompletionEntry } from '../../../core/routing/language/completionEntry.ts';
import { localize } from '../../ui/localize.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import { appendExplanation } from './explanationMarkdown.ts';
import { hasRoutingSchema } from './routingSchema.ts';
import type { RoutingNames } from './routingNames.ts';

/** What completion opens at, apart from letters. */
export const COMPLETION_CHARACTERS = ['"', "'", '.', ' ', '(', '['];

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  constant: CompletionItemKind.Value,
  field: CompletionItemKind.Variable,
  attribute: CompletionItemKind.Field,
  queue: CompletionItemKind.Reference,
  key: CompletionItemKind.Property,
};

/** Keywords, names and keys in routing. Never asks the network. */
export class RoutingCompletion implements CompletionItemProvider {
  readonly #texts: RoutingTexts;
  readonly #names: RoutingNames;

  constructor(texts: RoutingTexts, names: RoutingNames) {
    this.#texts = texts;
    this.#names = names;
  }

  provideCompletionItems(
    document: TextDocument,
    position: Position,
    _token: CancellationToken,
    { triggerCharacter }: CompletionContext,
  ): CompletionItem[] {
    const routing = this.#texts.of(document);
    if (routing === undefined) return [];
    const offset = document.offsetAt(position);
    // A blank is typed everywhere, but separates nothing outside of expressions.
    const isBlank = triggerCharacter === ' ';
    if (isBlank && expressionAt(routing, offset) === undefined) return [];
    const isDescribed = hasRoutingSchema(document);
    return completeRouting(routing, document.getText(), offset, this.#names.known(document))
      .filter(({ kind }) => kind !== 'key' || !isDescribed)
      .map((entry, index) => itemOf(entry, index, document, position));
  }
}

function itemOf(
  { kind, label, detail, insert, isSnippet, explanation, replaced }: CompletionEntry,
  index: number,
  document: TextDocument,
  position: Position,
): CompletionItem {
  const description = detail === undefined ? undefined : localize(detail);
  const item = new CompletionItem(
    description === undefined ? label : { label, description },
    kinds[kind],
  );
  const start = document.positionAt(replaced.offset);
  const end = document.positionAt(replaced.offset + replaced.length);
  item.range = { inserting: new Range(start, position), replacing: new Range(start, end) };
  item.insertText = isSnippet === true ? new SnippetString(insert) : insert;
  item.sortText = String(index).padStart(4, '0');
  if (kind === 'queue') {
    item.detail = insert;
    const typed = document.getText(item.range.inserting);
    // Any name can take the place of a SID that is there already.
    if (typed.startsWith('WQ')) item.filterText = typed;
  }
  if (kind === 'key') item.filterText = `"${label}"`;
  if (explanation !== undefined) {
    const text = new MarkdownString('', true);
    appendExplanation(text, explanation);
    item.documentation = text;
  }
  return item;
}
