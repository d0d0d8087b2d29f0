import type { SidMeaning } from './sidMeaning.ts';

/** The page of Twilio's documentation on a kind of resource. */
export function docsUrl({ docs }: Pick<SidMeaning, 'docs'>): string {
  return `https://www.twilio.com/docs/${docs}`;
}
