import type { Message } from '../messages/message.ts';

/**
 * What a view model says: words that are still to be put in the reader's language, or data, which stays
 * as it came. `mapTexts` makes strings of both, and is why no other object of a view model may have
 * both a `text` and `args`.
 */
export type ViewText = Message | string;
