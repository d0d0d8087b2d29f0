import type { JsonValue } from '../json/jsonValue.ts';
import type { Message } from '../messages/message.ts';

/** A view model with its messages put in words: `Formatted<LifeView>` is a `LifeView<string>`. */
export type Formatted<V> = V extends Message
  ? string
  : V extends JsonValue
    ? V
    : V extends object
      ? { readonly [K in keyof V]: Formatted<V[K]> }
      : V;
