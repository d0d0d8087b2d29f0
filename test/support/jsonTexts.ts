import fc from 'fast-check';

const strings = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('__proto__', 'constructor', '0', '1', '', '{0}', 'a.b', 'ß', 'İ', '\u2028'),
);
/** A token with what has a short escape, or none, written as a long one. */
const longEscapes = strings.map((text) => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`;
});
const stringTokens = fc.oneof(
  strings.map((text) => JSON.stringify(text)),
  longEscapes,
);
const scalars = fc.oneof(
  fc.constantFrom('true', 'false', 'null', '-0', '1.50', '1e400', '9007199254740993', '0.1E+2'),
  fc.integer().map(String),
);

/** JSON texts with what `JSON.parse` loses: digits, escapes, and keys that stand twice. */
export const jsonTexts: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(stringTokens, scalars),
    fc.array(tie('value'), { maxLength: 5 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(stringTokens, tie('value')), { maxLength: 5 })
      .map((members) => `{${members.map(([key, value]) => `${key}:${value}`).join(',')}}`),
  ),
})).value;
