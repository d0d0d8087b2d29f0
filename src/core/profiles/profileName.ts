import { message, type Message, type MessageArgument } from '../messages/message.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Profile } from './profile.ts';

const MAX_NAME_LENGTH = 60;

export type ProfileNameResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Validates a profile's name: one short line, and not one of `taken`, ignoring case. */
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

/** A valid name similar to `name` that no other profile has. */
export function freeProfileName(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, MAX_STEM_LENGTH);
  for (let n = 1; ; n++) {
    const result = parseProfileName(n === 1 ? stem : `${stem} ${n}`, taken);
    if (result.valid) return result.value;
  }
}

/** Facts that distinguish profiles: SID, endpoint and origin. */
export function describeProfile(profile: Profile): readonly MessageArgument[] {
  if (profile.origin === 'sample') return [describeEndpoint(profile)];
  return [
    shortenSid(profile.sid),
    describeEndpoint(profile),
    profile.origin === 'environment'
      ? message('from the environment')
      : message('stored in VS Code'),
  ];
}

/** `US1`, `IE1 · dublin`, the host of a custom base URL, or "built-in sample". */
export function describeEndpoint(profile: Profile): MessageArgument {
  const { origin, region, edge, flexBaseUrl, apiBaseUrl } = profile;
  if (origin === 'sample') return message('built-in sample');
  if (flexBaseUrl === undefined) return new URL(apiBaseUrl).host;
  const name = (region ?? 'us1').toUpperCase();
  return edge === undefined ? name : `${name} · ${edge}`;
}
