import {
  Hover,
  l10n,
  MarkdownString,
  Range,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { parseDocumentUri } from '../../../core/documents/documentUri.ts';
import { hoverRouting, type RoutingHover } from '../../../core/routing/language/hoverRouting.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { toCommand } from '../../commands/executeCommand.ts';
import { settings } from '../../settings.ts';
import { commandLink } from '../../sids/sidCommands.ts';
import { appendPlain } from '../../ui/markdown.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import { appendExplanation } from './explanationMarkdown.ts';
import type { RoutingNames } from './routingNames.ts';
import { hasRoutingSchema } from './routingSchema.ts';

/** What operators, names and keys mean, and which TaskQueue a SID is. Never asks the network. */
export class RoutingHoverProvider implements HoverProvider {
  readonly #texts: RoutingTexts;
  readonly #names: RoutingNames;

  constructor(texts: RoutingTexts, names: RoutingNames) {
    this.#texts = texts;
    this.#names = names;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    if (!settings.hoverEnabled(document)) return undefined;
    const routing = this.#texts.of(document);
    const found = routing && hoverRouting(routing, document.offsetAt(position));
    if (found === undefined) return undefined;
    if (found.kind === 'key' && hasRoutingSchema(document)) return undefined;
    const { offset, length } = found.span;
    const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
    const text =
      found.kind === 'queue' ? this.#queueText(document, found) : this.#ruleText(document, found);
    return new Hover(text, range);
  }

  /** The SID itself, with "Open TaskQueue", is explained by the hover on SIDs. */
  #queueText(
    document: TextDocument,
    { sid }: Extract<RoutingHover, { kind: 'queue' }>,
  ): MarkdownString {
    const text = new MarkdownString('', true);
    text.isTrusted = { enabledCommands: [commandIds.readNames] };
    const name = this.#names.queueName(document, sid);
    const profile = this.#names.profileOf(document);
    if (name !== undefined) {
      text.appendMarkdown('**');
      appendPlain(text, name);
      text.appendMarkdown('** · ');
      appendPlain(text, l10n.t('profile {0}', profile?.name ?? ''));
      return text;
    }
    appendPlain(text, l10n.t('The name of this TaskQueue was not read yet.'));
    const { workspaceSid } = parseDocumentUri(document.uri) ?? {};
    const command = toCommand(l10n.t('Read Names'), commandIds.readNames, {
      sid,
      ...(workspaceSid !== undefined && { workspaceSid }),
      ...(profile !== undefined && { profile: profile.id }),
    });
    const link = commandLink(command).toString();
    text.appendMarkdown(`\n\n[$(cloud-download) ${command.title}](${link})`);
    return text;
  }

  #ruleText(
    document: TextDocument,
    found: Exclude<RoutingHover, { kind: 'queue' }>,
  ): MarkdownString {
    const text = new MarkdownString('', true);
    text.appendMarkdown('**');
    appendPlain(text, found.title);
    text.appendMarkdown('**  \n');
    if (found.kind === 'rule' && found.attribute !== undefined) {
      const { owner, path } = found.attribute;
      const seen = this.#names.known(document)[owner].find((one) => one.path === path);
      if (seen !== undefined) {
        appendPlain(
          text,
          owner === 'task'
            ? l10n.t('Fetched Tasks have it as: {0}', seen.type)
            : l10n.t('Fetched Workers have it as: {0}', seen.type),
        );
        text.appendMarkdown('  \n');
      }
    }
    appendExplanation(text, found.explanation);
    return text;
  }
}
