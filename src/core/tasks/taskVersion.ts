import { shownText } from '../privacy/shownText.ts';

/** Twilio's are a number; what is longer comes from something in between. */
const LONGEST = 40;

/**
 * The version of a Task, which is another with each change of it, as people read it: 3 for the `ETag`
 * `"3"` and `W/"3"`. Nothing where the answer had none.
 */
export function taskVersion(etag: string | undefined): string | undefined {
  const quoted = /^(?:W\/)?"(.*)"$/.exec(etag ?? '');
  return shownText(quoted?.[1] ?? etag ?? '', false, LONGEST) || undefined;
}
