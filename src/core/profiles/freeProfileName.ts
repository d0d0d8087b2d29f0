import { parseProfileName } from './parseProfileName.ts';

const LONGEST = 50;

/** A name like this one that can be read, and that no other profile has. */
export function freeProfileName(name: string, taken: readonly string[]): string {
  const start = name.slice(0, LONGEST);
  for (let n = 1; ; n++) {
    const result = parseProfileName(n === 1 ? start : `${start} ${n}`, taken);
    if (result.valid) return result.value;
  }
}
