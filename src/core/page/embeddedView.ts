import { findJsonFault, type JsonFault } from '../json/jsonFault.ts';
import { parseStringToken, type JsonValue } from '../json/jsonValue.ts';
import { message, type Message } from '../messages/message.ts';
import type { DetailsContext } from './detailsContext.ts';

/** A field that is to hold JSON inside a string: attributes and add-ons. */
export type EmbeddedView =
  | {
      readonly kind: 'json';
      readonly value: JsonValue;
      /** Of the string in characters, of which TaskRouter allows 4096; absent if it came as none. */
      readonly length?: number;
    }
  | {
      readonly kind: 'text';
      /** The string that it is. */
      readonly value: string;
      readonly length?: number;
      /** Why it is shown as a string; absent if it is a JSON scalar, or empty. */
      readonly fault?: JsonFaultView;
    };

interface JsonFaultView {
  /** "No valid JSON: …, line 1, column 14". */
  readonly sentence: string;
  /** Of the first character that cannot be there, all from 1 but for the offset, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Absent where what is shown is another string, as a masked one is. */
  readonly offset?: number;
}

type EmbeddedContext = Pick<DetailsContext, 'localize'>;

/**
 * How a field is shown that is to hold JSON inside a string.
 *
 * @param value decoded, as it is to be shown
 * @param raw the string as it came; undefined if it is none
 */
export function readEmbedded(
  value: JsonValue,
  raw: string | undefined,
  context: EmbeddedContext,
): EmbeddedView {
  if (value.kind !== 'string') return { kind: 'json', value, ...lengthOf(raw) };
  const shown = parseStringToken(value.token);
  const fault = raw === undefined || raw.trim() === '' ? undefined : findJsonFault(raw);
  return {
    kind: 'text',
    value: shown,
    ...lengthOf(raw),
    ...(fault !== undefined && { fault: faultOf(raw ?? '', shown, fault, context) }),
  };
}

function lengthOf(raw: string | undefined) {
  return raw === undefined ? {} : { length: raw.length };
}

function faultOf(
  raw: string,
  shown: string,
  { kind, offset }: JsonFault,
  { localize }: EmbeddedContext,
): JsonFaultView {
  const before = raw.slice(0, offset).split(/\r\n|\r|\n/);
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  return {
    sentence: localize(sentenceOf(kind, line, column)),
    line,
    column,
    ...(shown === raw && { offset }),
  };
}

function sentenceOf(kind: JsonFault['kind'], line: number, column: number): Message {
  switch (kind) {
    case 'unexpected':
      return message('Not valid JSON: unexpected character in line {0}, column {1}.', line, column);
    case 'more':
      return message('Not valid JSON: the value ends before line {0}, column {1}.', line, column);
    case 'ends':
      return message('Not valid JSON: it ends too early in line {0}, column {1}.', line, column);
    case 'string':
      return message(
        'Not valid JSON: the string that begins in line {0}, column {1} does not end.',
        line,
        column,
      );
    case 'control':
      return message(
        'Not valid JSON: control character in the string in line {0}, column {1}.',
        line,
        column,
      );
    case 'escape':
      return message(
        'Not valid JSON: unknown escape in the string in line {0}, column {1}.',
        line,
        column,
      );
  }
}
