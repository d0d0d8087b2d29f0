import {
  InlayHint,
  l10n,
  Location,
  Position,
  type DefinitionProvider,
  type InlayHintsProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Span } from '../../../core/routing/expression/syntax/span.ts';
import { spanThrough } from '../../../core/routing/embedding/routingText.ts';
import { queueStrings } from '../../../core/routing/language/queueStrings.ts';
import { isSidOf } from '../../../core/sids/sid.ts';
import { taskUri } from '../../documents/taskUri.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import type { RoutingNames } from './routingNames.ts';

/**
 * Shows the names of TaskQueues beside their SIDs, and leads to their documents. Only to documents in memory, as
 * the editor reads the target of a definition when the pointer is on it. Neither asks the network.
 */
export class QueueLinks implements InlayHintsProvider, DefinitionProvider {
  readonly #texts: RoutingTexts;
  readonly #names: RoutingNames;
  readonly onDidChangeInlayHints: RoutingNames['onDidChange'];

  constructor(texts: RoutingTexts, names: RoutingNames) {
    this.#texts = texts;
    this.#names = names;
    this.onDidChangeInlayHints = names.onDidChange;
  }

  provideInlayHints(document: TextDocument, range: Range): InlayHint[] {
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return this.#queuesIn(document).flatMap(({ sid, span }) => {
      const end = span.offset + span.length;
      const name = end < from || end > to ? undefined : this.#names.queueName(document, sid);
      if (name === undefined) return [];
      // Behind the quote.
      const hint = new InlayHint(document.positionAt(end + 1), name);
      hint.paddingLeft = true;
      hint.tooltip = l10n.t(
        'TaskQueue, as read with profile “{0}”',
        this.#names.profileOf(document)?.name ?? '',
      );
      return [hint];
    });
  }

  provideDefinition(document: TextDocument, position: Position): Location | undefined {
    const offset = document.offsetAt(position);
    const queue = this.#queuesIn(document).find(
      ({ span }) => offset >= span.offset && offset <= span.offset + span.length,
    );
    const resource = queue && this.#names.queueInMemory(document, queue.sid);
    return resource && new Location(taskUri(resource), new Position(0, 0));
  }

  /** The SIDs of TaskQueues, without their quotes. */
  #queuesIn(document: TextDocument): readonly { readonly sid: string; readonly span: Span }[] {
    const configurations = this.#texts.of(document)?.configurations ?? [];
    return configurations.flatMap(({ read, map }) =>
      queueStrings(read).flatMap(({ value: sid, map: inner }) =>
        isSidOf(sid, 'WQ')
          ? [{ sid, span: spanThrough(map, spanThrough(inner, { offset: 0, length: sid.length })) }]
          : [],
      ),
    );
  }
}
