/** An account to read with, as everything but the HTTP client knows it: it holds no secret. */
export interface Profile {
  /** Immutable lower-case slug; `env` is the profile of the environment. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** `AC` and 32 hex digits. */
  readonly accountSid: string;
  /** Where its requests go: an origin, with a path only for a custom base URL. No final slash. */
  readonly apiBaseUrl: string;
}
