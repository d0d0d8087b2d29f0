import { message, type Message, type MessageArgument } from '../../messages/message.ts';
import { sidPrefixes } from '../catalog/sidCatalog.ts';
import type { SidMeaning } from '../catalog/sidMeaning.ts';
import type { SidContext } from '../context/sidContext.ts';
import type { SidMatchInContext } from '../context/sidsInContext.ts';
import { describeInvisible } from '../scan/interruptedSid.ts';
import { describeShapeFault, type SidFault } from '../sidFault.ts';
import { withArticle } from '../sidNames.ts';
import { isMisplaced } from './wrongSids.ts';

/** All that is known about a SID, as data. */
export interface SidExplanation {
  /** The possible meanings of its prefix, the usual one first; empty if it is unknown. */
  readonly meanings: readonly SidMeaning[];
  /** Set if its prefix is unknown but that is not a problem. */
  readonly note?: Message;
  /** Sentences without a full stop; empty if nothing is wrong. */
  readonly problems: readonly Message[];
  /** Indexes of the wrong characters in its text. */
  readonly marks: readonly number[];
}

export function explainSid(found: SidMatchInContext): SidExplanation {
  const { faults, context } = found;
  // Twilio publishes no complete list of prefixes: an unknown one is wrong only if others are expected.
  if (context === undefined && faults.some(({ kind }) => kind === 'unknownPrefix')) {
    const note = message('Unknown prefix {0}', found.prefix);
    return { meanings: [], note, problems: [], marks: [] };
  }
  const problems = faults.map((fault) => describeFault(fault, found));
  if (context !== undefined && isMisplaced(found)) {
    problems.push(describeMisplaced(found.prefix, context));
  }
  return {
    meanings: sidPrefixes.get(found.prefix) ?? [],
    problems,
    marks: faults.flatMap((fault) => {
      switch (fault.kind) {
        case 'lowerCasePrefix':
        case 'unknownPrefix':
          return [0, 1];
        case 'notHex':
          return [fault.position - 1];
        case 'digitCount':
        case 'noSid':
        // An invisible character cannot be marked.
        case 'invisible':
          return [];
      }
    }),
  };
}

function describeFault(fault: SidFault, { faults }: SidMatchInContext): Message {
  switch (fault.kind) {
    case 'unknownPrefix':
      return message('Unknown prefix {0}', fault.prefix);
    case 'invisible':
      return describeInvisible(fault.position, fault.character);
    case 'noSid':
      return message('Not a valid SID: expected two uppercase letters and 32 hex digits');
    case 'digitCount':
      // The count includes characters that are not hex digits.
      if (faults.some(({ kind }) => kind === 'notHex')) {
        return message('{0} characters after the prefix, 32 expected', fault.count);
      }
      return describeShapeFault(fault);
    case 'lowerCasePrefix':
    case 'notHex':
      return describeShapeFault(fault);
  }
}

function describeMisplaced(prefix: string, context: SidContext): Message {
  const belonging = belongingIn(context);
  const actual = nameOf(prefix);
  return actual === undefined
    ? message('Expected {0}', belonging)
    : message('Expected {1}, but found {0}', actual, belonging);
}

/** Names all kinds that a schema allows; elsewhere only the first, as the others are rare. */
function belongingIn({ kind, expected }: SidContext): MessageArgument {
  const [usual = '', ...others] = expected.map((prefix) => nameOf(prefix) ?? prefix);
  return kind === 'field'
    ? others.reduce((some, next) => message('{0} or {1}', some, next), usual)
    : usual;
}

/** Such as "a Task SID". */
function nameOf(prefix: string): Message | undefined {
  const [meaning] = sidPrefixes.get(prefix) ?? [];
  return meaning && withArticle(`${meaning.name} SID`);
}

/** One line for the Problems view. Returns `undefined` if nothing is wrong. */
export function describeSidProblem(found: SidMatchInContext): Message | undefined {
  const { meanings, problems } = explainSid(found);
  const [first, ...rest] = problems;
  if (first === undefined) return undefined;
  const all = rest.reduce((sentence, next) => message('{0}. {1}', sentence, next), first);
  const [meaning] = meanings;
  return found.faults.length === 0 || meaning === undefined
    ? all
    : message('Malformed {0} SID: {1}', meaning.name, all);
}
