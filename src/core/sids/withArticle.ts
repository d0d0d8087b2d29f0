import { message, type Message } from '../messages/message.ts';

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
