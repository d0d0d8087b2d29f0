import {
  Hover,
  l10n,
  MarkdownString,
  Range,
  type Command,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { parseDocumentUri, parseTaskUri } from '../../core/documents/documentUri.ts';
import { sidActions, type SidAction } from '../../core/links/sidAction.ts';
import type { MessageArgument } from '../../core/messages/message.ts';
import { docsUrl, type SidMeaning } from '../../core/sids/catalog/sidMeaning.ts';
import { sidInContextAt, type SidMatchInContext } from '../../core/sids/context/sidsInContext.ts';
import { findTaskFieldSids } from '../../core/sids/context/taskFields.ts';
import { explainSid, type SidExplanation } from '../../core/sids/diagnose/explainSid.ts';
import { placeholderHint } from '../../core/sids/sidFault.ts';
import { describeKnownTask } from '../../core/tasks/knownTasks.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import type { Services } from '../services.ts';
import { settings } from '../settings.ts';
import { formatTime } from '../ui/formatTime.ts';
import { localize, joinFacts } from '../ui/localize.ts';
import { appendPlain } from '../ui/markdown.ts';
import { present } from '../ui/present.ts';
import { commandLink, openCommand } from './sidCommands.ts';
import type { SidFixes } from './sidFixes.ts';

export type SidServices = Pick<Services, 'profiles' | 'knownTasks'>;

/** A line with just a SID is short, while raw attributes are long. */
const MAX_FIELD_LINE_CHARS = 1000;

/** The hover of SIDs, in any document. Never uses the network. */
export class SidHover implements HoverProvider {
  readonly #services: SidServices;
  readonly #fixes: SidFixes;

  constructor(services: SidServices, fixes: SidFixes) {
    this.#services = services;
    this.#fixes = fixes;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    if (!settings.hoverEnabled(document)) return undefined;
    const found = findAt(document, position);
    if (found === undefined) return undefined;
    const { line } = position;
    const range = new Range(line, found.offset, line, found.offset + found.text.length);
    const content = hoverMarkdown({
      found,
      fixes: this.#fixes.fixCommands(document, range),
      explanation: explainSid(found),
      known: this.#describeKnown(found),
      actions: sidActions(found, document.lineAt(line).text, parseDocumentUri(document.uri)),
    });
    return new Hover(content, range);
  }

  #describeKnown({
    kind,
    prefix,
    text,
  }: SidMatchInContext): readonly (readonly MessageArgument[])[] {
    if (kind !== 'sid' || prefix !== 'WT') return [];
    return this.#services.knownTasks(text).map((known) =>
      describeKnownTask(known, {
        profile: this.#services.profiles.find(known.task.profileId)?.name ?? known.task.profileId,
        time: formatTime(known.fetchedAt),
        present: present(),
      }),
    );
  }
}

function findAt(
  document: TextDocument,
  { line, character }: Position,
): SidMatchInContext | undefined {
  const lineAt = (index: number) => (index < document.lineCount ? document.lineAt(index).text : '');
  if (parseTaskUri(document.uri) !== undefined && lineAt(line).length <= MAX_FIELD_LINE_CHARS) {
    for (const field of findTaskFieldSids(lineAt(line))) {
      if (character >= field.offset && character <= field.offset + field.text.length) return field;
    }
  }
  return sidInContextAt(lineAt, line, character);
}

/** The commands that links in a hover may run. */
const { fetchTask, openResource, findTasks, copySid, fixSid } = commandIds;
const enabledCommands = [fetchTask, openResource, findTasks, copySid, fixSid];

/** The contents of a hover. */
interface HoverContent {
  readonly found: SidMatchInContext;
  readonly explanation: SidExplanation;
  /** Usually one at most. */
  readonly fixes: readonly Command[];
  /** For each profile that has fetched the Task, a line of facts. */
  readonly known: readonly (readonly MessageArgument[])[];
  readonly actions: readonly SidAction[];
}

/**
 * The Markdown of a hover. Text from files and answers is data: it is added by `appendPlain` and
 * `appendCodeblock`, so that it cannot become a link, an image, an icon or HTML. Links can run only
 * the commands named in `isTrusted`.
 */
function hoverMarkdown({
  found,
  explanation,
  fixes,
  known,
  actions,
}: HoverContent): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands };
  appendProblems(text, found, explanation);
  for (const fix of fixes) text.appendMarkdown(`${link('$(lightbulb)', fix)}\n\n`);
  if (explanation.note !== undefined) appendPlain(text, localize(explanation.note));
  if (found.kind === 'placeholder') {
    appendPlain(text, localize(placeholderHint));
    text.appendMarkdown('\n\n');
  }
  appendMeanings(text, explanation.meanings);
  for (const facts of known) {
    text.appendMarkdown('\n\n$(history) ');
    appendPlain(text, joinFacts(facts));
  }
  appendActions(text, actions);
  return text;
}

function appendProblems(
  text: MarkdownString,
  { text: sid, faults }: SidMatchInContext,
  { problems, marks }: SidExplanation,
): void {
  for (const problem of problems) {
    text.appendMarkdown('$(warning) ');
    appendPlain(text, localize(problem));
    text.appendMarkdown('\n\n');
  }
  if (faults.length === 0 || marks.length === 0) return;
  const pointers = Array.from(sid, (_, index) => (marks.includes(index) ? '^' : ' ')).join('');
  text.appendCodeblock(`${sid}\n${pointers.trimEnd()}`, 'plaintext');
}

/** Lists all meanings of a prefix that has several. */
function appendMeanings(text: MarkdownString, meanings: readonly SidMeaning[]): void {
  const listed = meanings.length > 1;
  if (listed) {
    appendPlain(text, l10n.t('One of these, which share the prefix:'));
    text.appendMarkdown('\n\n');
  }
  for (const meaning of meanings) {
    const { name, product, path } = meaning;
    text.appendMarkdown(listed ? '- **' : '**');
    appendPlain(text, l10n.t('{0} SID', name));
    text.appendMarkdown('** · ');
    appendPlain(text, product);
    text.appendMarkdown(` · [${l10n.t('Documentation')}](${docsUrl(meaning)})`);
    if (path !== undefined) text.appendMarkdown(`${listed ? '  \n  ' : '  \n'}\`GET ${path}\``);
    text.appendMarkdown('\n');
  }
}

function appendActions(text: MarkdownString, actions: readonly SidAction[]): void {
  if (actions.length === 0) return;
  text.appendMarkdown(`\n\n${actions.map(linkTo).join(' · ')}`);
}

function linkTo(action: SidAction): string {
  switch (action.kind) {
    case 'fetch':
      return link('$(cloud-download)', openCommand(action));
    case 'open':
      return link('$(go-to-file)', openCommand(action));
    case 'find':
      return link('$(search)', toCommand(l10n.t('Find Task'), findTasks, action.sid));
    case 'copy':
      return link('$(copy)', toCommand(l10n.t('Copy'), copySid, action.sid));
  }
}

function link(icon: string, command: Command): string {
  return `[${icon} ${command.title}](${commandLink(command).toString()})`;
}
