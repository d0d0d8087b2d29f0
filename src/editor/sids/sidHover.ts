import { Hover, Range, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { parseShownAddress, parseTaskAddress } from '../../core/documents/documentUri.ts';
import { sidActions } from '../../core/links/sidAction.ts';
import type { MessageArgument } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { inspectSidAt, type InspectedSid } from '../../core/sids/context/sidsInContext.ts';
import { inspectTaskFields } from '../../core/sids/context/taskFields.ts';
import { explainSid } from '../../core/sids/diagnose/explainSid.ts';
import { describeKnownTask, type KnownTask } from '../../core/tasks/knownTasks.ts';
import { clock } from '../clock.ts';
import { settings } from '../settings.ts';
import { hoverMarkdown } from './hoverMarkdown.ts';

export interface SidHoverParts {
  readonly directory: ProfileDirectory;
  /** What was fetched of the Task with a SID, under any profile. */
  readonly knownTasks: (sid: string) => readonly KnownTask[];
}

/** A line that holds a SID and no more is short; attributes shown raw are not. */
const LONGEST_FIELD = 1000;

/** What a SID is, under the pointer, in any document. Never asks the network. */
export class SidHover implements HoverProvider {
  readonly #directory: ProfileDirectory;
  readonly #knownTasks: SidHoverParts['knownTasks'];

  constructor({ directory, knownTasks }: SidHoverParts) {
    this.#directory = directory;
    this.#knownTasks = knownTasks;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    if (!settings.hoverEnabled(document)) return undefined;
    const found = findAt(document, position);
    if (found === undefined) return undefined;
    const { line } = position;
    const content = hoverMarkdown({
      found,
      explanation: explainSid(found),
      known: this.#describeKnown(found),
      actions: sidActions(found, document.lineAt(line).text, parseShownAddress(document.uri)),
    });
    return new Hover(
      content,
      new Range(line, found.offset, line, found.offset + found.text.length),
    );
  }

  #describeKnown({ kind, prefix, text }: InspectedSid): readonly (readonly MessageArgument[])[] {
    if (kind !== 'sid' || prefix !== 'WT') return [];
    return this.#knownTasks(text).map((known) =>
      describeKnownTask(known, {
        profile: this.#directory.find(known.task.profileId)?.name ?? known.task.profileId,
        time: clock(known.fetchedAt),
        masked: settings.privacyMode(),
      }),
    );
  }
}

function findAt(document: TextDocument, { line, character }: Position): InspectedSid | undefined {
  const lineAt = (index: number) => (index < document.lineCount ? document.lineAt(index).text : '');
  if (parseTaskAddress(document.uri) !== undefined && lineAt(line).length <= LONGEST_FIELD) {
    for (const field of inspectTaskFields(lineAt(line))) {
      if (character >= field.offset && character <= field.offset + field.text.length) return field;
    }
  }
  return inspectSidAt(lineAt, line, character);
}
