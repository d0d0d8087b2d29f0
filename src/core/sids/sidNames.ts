import { message, type Message } from '../messages/message.ts';
import { resourceKinds } from '../resources/resourceKind.ts';

/**
 * Twilio's names of what the prefixes that meet a Task usually mean, for sentences. All meanings of all
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

/** Words in capitals that are spoken as words. */
const ACRONYMS: ReadonlySet<string> = new Set(['SIM', 'SIP', 'SIPREC']);

/** The name of a resource with its indefinite article, by its sound: "an SMS Command", "a User". */
export function withArticle(name: string): Message {
  return startsWithVowelSound(name) ? message('an {0}', name) : message('a {0}', name);
}

function startsWithVowelSound(name: string): boolean {
  const [word = ''] = name.split(/[^A-Za-z0-9]/, 1);
  const isSpelledOut = /^[A-Z0-9]{2,}$/.test(word) && !ACRONYMS.has(word);
  // The letters whose names begin with a vowel: an "ess", but a "you".
  if (isSpelledOut) return /^[AEFHILMNORSX]/.test(word);
  return /^[aeiou]/i.test(word) && !/^(?:us|uni)/i.test(word);
}
