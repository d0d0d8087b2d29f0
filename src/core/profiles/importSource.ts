import type { Message } from '../messages/message.ts';

/** A source of credentials to import. It is never written to. */
export interface ImportSource {
  /** Lists the current credentials, without secrets. Never rejects: problems are in the notes. */
  list(): Promise<ImportListing>;

  /**
   * Reads the secret of one candidate again. Returns `undefined` if it no longer exists or cannot be imported.
   *
   * @param key of a candidate from {@link list}
   */
  readSecret(key: string): Promise<string | undefined>;
}

export interface ImportListing {
  readonly candidates: readonly ImportCandidate[];
  /** Why the list may be incomplete, such as a file that cannot be read. */
  readonly notes: readonly Message[];
}

/** Credentials of another tool, without the secret. */
export interface ImportCandidate {
  /** Unique among the candidates; opaque to all but the source. */
  readonly key: string;
  /** The profile's id in the Twilio CLI, which can be any text, or `env` for the environment. */
  readonly name: string;
  readonly from: 'cli' | 'environment';
  /** The user name of its requests: `SK` or `AC` and 32 hex digits; absent if not well formed. */
  readonly sid?: string;
  /** `AC` and 32 hex digits, if known and well formed. */
  readonly accountSid?: string;
  /** Lowercase, such as `ie1`; empty for US1 or if it cannot be part of a host name. */
  readonly region: string;
  /** Lowercase, such as `dublin`; empty if none is given or known. */
  readonly edge: string;
  /** Whether it is the Twilio CLI's active profile. */
  readonly active: boolean;
  /** Why it cannot be imported, as a sentence. */
  readonly fault?: Message;
}
