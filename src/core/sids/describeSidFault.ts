import { message, type Message } from '../messages/message.ts';
import { describeShapeFault } from './describeShapeFault.ts';
import type { ExpectedPrefix } from './parseSid.ts';
import { placeholderHint } from './placeholderHint.ts';
import type { ParseFault } from './sidFault.ts';
import { sidNames } from './sidNames.ts';
import { withArticle } from './withArticle.ts';

const shapes: Readonly<Record<ExpectedPrefix, Message>> = {
  AC: message('An Account SID is AC followed by 32 hex digits'),
  SK: message('The SID of an API key is SK followed by 32 hex digits'),
  WS: message('A Workspace SID is WS followed by 32 hex digits'),
  WT: message('A Task SID is WT followed by 32 hex digits'),
};

/** One sentence that says exactly what is wrong. */
export function describeSidFault(fault: ParseFault): Message {
  switch (fault.kind) {
    case 'empty':
    case 'noPrefix':
      return shapes[fault.expected];
    case 'otherPrefix':
      return describeOtherPrefix(fault.prefix, fault.expected);
    case 'placeholder':
      return placeholderHint;
    case 'lowerCasePrefix':
    case 'notHex':
    case 'digitCount':
      return describeShapeFault(fault);
  }
}

function describeOtherPrefix(prefix: string, expected: ExpectedPrefix): Message {
  const actual = sidNames.get(prefix);
  const usual = withArticle(sidNames.get(expected) ?? expected);
  return actual === undefined
    ? message("{0} starts with {1}, not with '{2}'", usual, expected, prefix)
    : message('{0}… is {1}; {2} starts with {3}', prefix, withArticle(actual), usual, expected);
}
