import { message, type Message, type MessageArgument } from '../../messages/message.ts';
import { sidPrefixes } from '../catalog/sidCatalog.ts';
import type { SidMeaning } from '../catalog/sidMeaning.ts';
import type { SidContext } from '../context/sidContext.ts';
import type { SidMatchInContext } from '../context/sidsInContext.ts';
import { describeInvisible } from '../scan/interruptedSid.ts';
import { describeShapeFault, type SidFault } from '../sidFault.ts';
import { withArticle } from '../sidNames.ts';
import { isMisplaced } from './wrongSids.ts';

/** What there is to say about a SID, as data. */
export interface SidExplanation {
  /** What its prefix can mean, the usual one first; empty if no SID begins with it. */
  readonly meanings: readonly SidMeaning[];
  /** That nothing is known of its prefix, where that is no problem. */
  readonly note?: Message;
  /** Sentences without a full stop, each beginning with a capital; empty if nothing is wrong. */
  readonly problems: readonly Message[];
  /** Indexes into its text of the characters that are wrong. */
  readonly marks: readonly number[];
}

export function explainSid(found: SidMatchInContext): SidExplanation {
  const { faults, context } = found;
  // Twilio publishes no list of prefixes: one that is unknown is wrong only where others belong.
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
        // What takes no room cannot be pointed at.
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
      return message('This is no SID: one is two capital letters followed by 32 hex digits');
    case 'digitCount':
      // Not all that were counted are hex digits.
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
    ? message('What belongs here is {0}', belonging)
    : message('This is {0} where {1} belongs', actual, belonging);
}

/** By a schema any of several kinds; elsewhere the others are rare, or of another product. */
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

/** What is wrong with a SID, in one line for a list of problems; nothing if nothing is. */
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
