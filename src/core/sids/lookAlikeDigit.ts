const digits: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['l', '1'],
  ['I', '1'],
]);

/** The digit that a letter is easily taken for, where it cannot be a hex digit itself. */
export function lookAlikeDigit(character: string): string | undefined {
  return digits.get(character);
}
