/** Whom requests are read with, as everything but the HTTP client knows it: it holds no secret. */
export interface Profile {
  /**
   * Immutable, lower case and random, see `newProfileId`; `env` is the profile of the environment, `sample`
   * the built-in one.
   */
  readonly id: string;
  /** The id that an earlier version made of its name. */
  readonly formerId?: string;
  /** What people call it. */
  readonly name: string;
  /** Where it comes from: `TWILIO_…` variables, the user, who stored it here, or the extension. */
  readonly origin: 'environment' | 'stored' | 'sample';
  /**
   * What it signs in with: `SK` of an API key or `AC` of the account, and 32 hex digits. That of the
   * sample, which signs in nowhere, belongs to nobody.
   */
  readonly sid: string;
  /** `AC` and 32 hex digits, where it is known: an API key does not say whose it is. */
  readonly accountSid?: string;
  /** Where its requests go: an origin, with a path only for a custom base URL. No final slash. */
  readonly apiBaseUrl: string;
  /** Where Flex's configuration is read; absent with a custom base URL, which stands alone. */
  readonly flexBaseUrl?: string;
  /** Twilio's region, lower case, such as `ie1`; absent for US1 and with a custom base URL. */
  readonly region?: string;
  /** Twilio's edge, lower case, such as `dublin`; absent where none is named. */
  readonly edge?: string;
}
