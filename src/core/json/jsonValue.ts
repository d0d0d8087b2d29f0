/** A value of a JSON text with all that is below it, its tokens as they stand there. */
export type JsonValue = JsonContainer | JsonLeaf;

interface JsonContainer {
  readonly kind: 'object' | 'array';
  /** In the order of the text; of a key that stands twice, both. */
  readonly members: readonly JsonMember[];
}

/** A scalar is a number, `true`, `false` or `null`. */
interface JsonLeaf {
  readonly kind: 'string' | 'scalar';
  /** To the letter; that of a string with its quotes. */
  readonly token: string;
}

export interface JsonMember {
  /** The characters of the key; absent in an array. */
  readonly key?: string;
  readonly value: JsonValue;
}
