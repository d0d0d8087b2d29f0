import type { Message } from '../messages/message.ts';

/** Where credentials can be taken over from. Nothing is ever written there. */
export interface ImportSource {
  /** What is there now, without any secret. Never rejects: what goes wrong is among the notes. */
  list(): Promise<ImportListing>;

  /**
   * The secret of one candidate, read anew; nothing if it is gone, or cannot be imported (any more).
   *
   * @param key of a candidate that {@link list} gave
   */
  readSecret(key: string): Promise<string | undefined>;
}

export interface ImportListing {
  readonly candidates: readonly ImportCandidate[];
  /** Why there may be more than the candidates, such as a file that cannot be read. */
  readonly notes: readonly Message[];
}

/** Credentials that another tool left, as far as a list shows them. */
export interface ImportCandidate {
  /** Tells it from the others; means something to its source only. */
  readonly key: string;
  /** The profile's id in the Twilio CLI, any text at all; `env` for the environment. */
  readonly name: string;
  readonly from: 'cli' | 'environment';
  /** What it signs in with: `SK` or `AC` and 32 hex digits; absent if that is not well formed. */
  readonly sid?: string;
  /** `AC` and 32 hex digits, where it is known and well formed. */
  readonly accountSid?: string;
  /** Lower case, such as `ie1`; empty for US1, and where it cannot be part of a host. */
  readonly region: string;
  /** Lower case, such as `dublin`; empty where none is named or known. */
  readonly edge: string;
  /** The Twilio CLI's active profile. */
  readonly active: boolean;
  /** Why it cannot be imported, as a sentence. */
  readonly fault?: Message;
}
