import { message, type Message } from '../messages/message.ts';

const LONGEST = 60;

export type ProfileNameResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Reads a profile's name: one short line, and another than `taken` has, whatever their case. */
export function parseProfileName(text: string, taken: readonly string[]): ProfileNameResult {
  const name = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  if (name === '') return { valid: false, reason: message('A name is needed') };
  if (name.length > LONGEST) {
    return { valid: false, reason: message('At most {0} characters, please', LONGEST) };
  }
  return taken.some((other) => other.toLowerCase() === name.toLowerCase())
    ? { valid: false, reason: message('There is a profile “{0}” already', name) }
    : { valid: true, value: name };
}
