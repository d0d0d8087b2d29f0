import { message, type Message } from '../messages/message.ts';

const MAX_NAME_LENGTH = 60;

export type ProfileNameResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Validates a profile's name: one short line, and not one of `taken`, ignoring case. */
export function parseProfileName(text: string, taken: readonly string[]): ProfileNameResult {
  const name = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  if (name === '') return { valid: false, reason: message('Enter a name') };
  if (name.length > MAX_NAME_LENGTH) {
    return { valid: false, reason: message('Enter at most {0} characters', MAX_NAME_LENGTH) };
  }
  return taken.some((other) => other.toLowerCase() === name.toLowerCase())
    ? { valid: false, reason: message('A profile named “{0}” already exists', name) }
    : { valid: true, value: name };
}

const MAX_STEM_LENGTH = 50;

/** A valid name similar to `name` that no other profile has. */
export function freeProfileName(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, MAX_STEM_LENGTH);
  for (let n = 1; ; n++) {
    const result = parseProfileName(n === 1 ? stem : `${stem} ${n}`, taken);
    if (result.valid) return result.value;
  }
}
