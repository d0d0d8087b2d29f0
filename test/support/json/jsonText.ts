import fc from 'fast-check';

/** JSON texts with what JSON.stringify never writes: exponents, duplicate keys, odd escapes, space. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const space = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ');
  const string = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
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
