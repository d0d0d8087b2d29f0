/** A number of JSON or of an expression, without its sign: 0.digits × 10^exponent. */
interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Without zeros at either end. */
  readonly digits: string;
  readonly exponent: bigint;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether a text is a number as JSON and expressions write them; zeros may stand before it. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * Compares two numbers to the last digit, as text: as floats, 9007199254740993 would equal its neighbour.
 *
 * @returns less than 0, 0 or more than 0; 0 too for what are no numbers
 */
export function compareNumbers(one: string, other: string): number {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (a === undefined || b === undefined) return 0;
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.exponent !== b.exponent) return a.exponent < b.exponent ? -a.sign : a.sign;
  // Of two with the same exponent, the digits behind the point are in the order of their text.
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -a.sign : a.sign;
}

function parseDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, minus, whole = '', fraction = '', power = '0'] = match;
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first < 0) return { sign: 0, digits: '', exponent: 0n };
  const digits = withoutZerosBehind(all.slice(first));
  const exponent = BigInt(whole.length - first) + BigInt(power.replace('+', ''));
  return { sign: minus === '-' ? -1 : 1, digits, exponent };
}

function withoutZerosBehind(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
