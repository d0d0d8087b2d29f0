import { message, type Message } from '../messages/message.ts';
import type { InspectedSid } from './inspectedSid.ts';
import { isMisplaced } from './isMisplaced.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import { nearestPrefixes } from './nearestPrefixes.ts';
import type { SidFault } from './sidFault.ts';
import type { SidMeaning } from './sidMeaning.ts';
import { withArticle } from './withArticle.ts';
import { sidPrefixes } from './sidPrefixes.ts';

/** What there is to say about a SID, as data. */
export interface SidExplanation {
  /** What its prefix can mean, the usual one first; empty if no SID begins with it. */
  readonly meanings: readonly SidMeaning[];
  /** Sentences without a full stop, each beginning with a capital; empty if nothing is wrong. */
  readonly problems: readonly Message[];
  /** Indexes into its text of the characters that are wrong. */
  readonly marks: readonly number[];
}

export function explainSid(found: InspectedSid): SidExplanation {
  const problems = found.faults.map((fault) => describeFault(fault, found));
  if (isMisplaced(found)) problems.push(describeMisplaced(found));
  return {
    meanings: sidPrefixes.get(found.prefix) ?? [],
    problems,
    marks: found.faults.flatMap((fault) => {
      switch (fault.kind) {
        case 'lowerCasePrefix':
        case 'unknownPrefix':
          return [0, 1];
        case 'notHex':
          return [fault.position - 1];
        case 'digitCount':
        case 'noSid':
          return [];
      }
    }),
  };
}

function describeFault(fault: SidFault, { faults, place }: InspectedSid): Message {
  switch (fault.kind) {
    case 'lowerCasePrefix':
      return message('The prefix {0} is written in capitals', fault.expected);
    case 'unknownPrefix':
      return describeUnknownPrefix(fault.prefix, place?.expected);
    case 'notHex': {
      const digit = lookAlikeDigit(fault.character);
      return digit === undefined
        ? message("Character {0} is '{1}', not a hex digit", fault.position, fault.character)
        : message(
            "Character {0} is '{1}', not a hex digit: perhaps {2}",
            fault.position,
            fault.character,
            digit,
          );
    }
    case 'digitCount':
      return faults.some(({ kind }) => kind === 'notHex')
        ? message('{0} characters after the prefix, 32 expected', fault.count)
        : message('{0} hex digits, 32 expected', fault.count);
    case 'noSid':
      return message('This is no SID: it would be two capital letters and 32 hex digits');
  }
}

function describeUnknownPrefix(prefix: string, expected?: readonly string[]): Message {
  const nearest = (expected ?? nearestPrefixes(prefix)).slice(0, 3).map(nameWithPrefix);
  return nearest.length === 0
    ? message('No SID of Twilio starts with {0}', prefix)
    : message('No SID of Twilio starts with {0}: perhaps {1}', prefix, nearest.join(', '));
}

function nameWithPrefix(prefix: string): string {
  const [meaning] = sidPrefixes.get(prefix) ?? [];
  return meaning === undefined ? prefix : `${prefix} (${meaning.name})`;
}

function describeMisplaced({ prefix, place }: InspectedSid): Message {
  const [usual = ''] = place?.expected ?? [];
  const belonging = nameOf(usual);
  const actual = nameOf(prefix);
  return actual === undefined
    ? message('{0} belongs here', belonging ?? usual)
    : message('This is {0} where {1} belongs', actual, belonging ?? usual);
}

/** Such as "a Task SID". */
function nameOf(prefix: string): Message | undefined {
  const [meaning] = sidPrefixes.get(prefix) ?? [];
  return meaning && withArticle(`${meaning.name} SID`);
}
