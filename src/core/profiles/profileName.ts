import { message, type Message } from '../messages/message.ts';

const MAX_NAME_LENGTH = 60;

export type ProfileNameResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Reads a profile's name: one short line, and another than `taken` has, whatever their case. */
export function parseProfileName(text: string, taken: readonly string[]): ProfileNameResult {
  const name = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  if (name === '') return { valid: false, reason: message('A name is needed') };
  if (name.length > MAX_NAME_LENGTH) {
    return { valid: false, reason: message('At most {0} characters, please', MAX_NAME_LENGTH) };
  }
  return taken.some((other) => other.toLowerCase() === name.toLowerCase())
    ? { valid: false, reason: message('There is a profile “{0}” already', name) }
    : { valid: true, value: name };
}

const MAX_STEM_LENGTH = 50;

/** A name like this one that can be read, and that no other profile has. */
export function freeProfileName(name: string, taken: readonly string[]): string {
  const start = name.slice(0, MAX_STEM_LENGTH);
  for (let n = 1; ; n++) {
    const result = parseProfileName(n === 1 ? start : `${start} ${n}`, taken);
    if (result.valid) return result.value;
  }
}
