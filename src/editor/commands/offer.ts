import type { Message } from '../../core/messages/message.ts';

/** A way on that a notification offers. */
export interface Offer {
  readonly title: Message;
  readonly run: () => Promise<unknown>;
}
