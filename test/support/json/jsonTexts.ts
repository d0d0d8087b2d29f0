import fc from 'fast-check';

const SURROGATES = { from: 0xd800, count: 0x800 };

/** Any character, as fast-check's unit `binary`, which takes more than a second to create. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
  .map((code) => String.fromCodePoint(code < SURROGATES.from ? code : code + SURROGATES.count));

/** JSON texts with what JSON.stringify never writes: exponents, duplicate keys, unusual escapes, spaces. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const space = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ');
  const string = fc.oneof(
    fc.string({ unit: anyCharacter }).map((text) => JSON.stringify(text)),
    fc.constantFrom('"\\u0041"', '"\\/"', '"{\\"a\\":1}"', '"\\ud800"', '"a//b/*c*/"'),
  );
  const number = fc.oneof(
    fc.bigInt().map(String),
    fc.constantFrom('1.50e+3', '-0', '0.10', '1E400', '9007199254740993', '1e-7'),
  );
  const wrap = (inner: fc.Arbitrary<string>) =>
    fc.tuple(space, inner, space).map((parts) => parts.join(''));
  const member = fc
    .tuple(wrap(string), wrap(tie('value')))
    .map(([key, value]) => `${key}:${value}`);
  return {
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(string, number, fc.constantFrom('true', 'false', 'null')),
      fc.array(wrap(tie('value')), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc.array(member, { maxLength: 4 }).map((members) => `{${members.join(',')}}`),
      space.map((inner) => `{${inner}}`),
    ),
  };
}).value;

const strings = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: anyCharacter, maxLength: 4 }),
  fc.constantFrom('__proto__', 'constructor', '0', '1', '', '{0}', 'a.b', 'ß', 'İ', '\u2028'),
);
/** A token in which some characters are written as `\u` escapes. */
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

/** JSON texts with what `JSON.parse` loses: digits, escapes and duplicate keys. */
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

const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Any text, also with lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), codePoint),
});
