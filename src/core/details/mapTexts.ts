import type { Message } from '../messages/message.ts';
import type { Formatted } from './formatted.ts';

/** Puts all messages of a view model in words, wherever in it they are. */
export function mapTexts<V>(view: V, format: (words: Message) => string): Formatted<V> {
  return mapValue(view, format) as Formatted<V>;
}

function mapValue(value: unknown, format: (words: Message) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => mapValue(element, format));
  if (isMessage(value)) return format(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, mapValue(member, format)]),
  );
}

function isMessage(value: object): value is Message {
  return 'text' in value && 'args' in value;
}
