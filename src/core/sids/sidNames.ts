import { message, type Message } from '../messages/message.ts';
import { resourceKinds } from '../resources/resourceKind.ts';

/**
 * Twilio's names of the resources that occur together with Tasks, for use in messages. All meanings of all
 * prefixes are in `sidPrefixes`, which is much larger.
 */
export const sidNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(resourceKinds).map(([prefix, { name }]) => [prefix, name] as const),
  ['AC', 'Account'],
  ['CA', 'Call'],
  ['CF', 'Conference'],
  ['CH', 'Conversation'],
  ['FW', 'Studio Flow'],
  ['IM', 'Conversation Message'],
  ['MM', 'Message'],
  ['QU', 'Voice Queue'],
  ['SK', 'API Key'],
  ['SM', 'Message'],
  ['UD', 'Autopilot Task'],
]);

/** Acronyms that are pronounced as words, not spelled out. */
const ACRONYMS: ReadonlySet<string> = new Set(['SIM', 'SIP', 'SIPREC']);

/** A resource's name with its indefinite article, by pronunciation: "an SMS Command", "a User". */
export function withArticle(name: string): Message {
  return startsWithVowelSound(name) ? message('an {0}', name) : message('a {0}', name);
}

function startsWithVowelSound(name: string): boolean {
  const [word = ''] = name.split(/[^A-Za-z0-9]/, 1);
  const isSpelledOut = /^[A-Z0-9]{2,}$/.test(word) && !ACRONYMS.has(word);
  // Letters whose names start with a vowel sound: "ess", but not "you".
  if (isSpelledOut) return /^[AEFHILMNORSX]/.test(word);
  return /^[aeiou]/i.test(word) && !/^(?:us|uni)/i.test(word);
}
