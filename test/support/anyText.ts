import fc from 'fast-check';

const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Any text, halves of characters too. fast-check's own, of the unit `binary`, takes a second to make. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), codePoint),
});
