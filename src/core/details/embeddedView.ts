import type { JsonValue } from '../json/jsonValue.ts';
import type { ViewText } from '../messages/viewText.ts';

/** A field that is to hold JSON inside a string: attributes and add-ons. */
export type EmbeddedView<T = ViewText> =
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
      readonly fault?: JsonFaultView<T>;
    };

export interface JsonFaultView<T = ViewText> {
  /** "No valid JSON: …, line 1, column 14". */
  readonly sentence: T;
  /** Of the first character that cannot be there, all from 1 but for the offset, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Absent where the string is masked, as it then is another one. */
  readonly offset?: number;
}
