import type { JsonValue } from '../json/jsonValue.ts';
import type { Message } from './message.ts';

/**
 * What a view model says: words that are still to be put in the reader's language, or data, which stays
 * as it came. `mapTexts` makes strings of both, and is why no other object of a view model may have
 * both a `text` and `args`.
 */
export type ViewText = Message | string;

/** A view model with its messages put in words: `Formatted<LifeView>` is a `LifeView<string>`. */
export type Formatted<V> = V extends Message
  ? string
  : V extends JsonValue
    ? V
    : V extends object
      ? { readonly [K in keyof V]: Formatted<V[K]> }
      : V;

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
