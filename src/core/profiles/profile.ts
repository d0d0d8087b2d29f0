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

/**
 * The id of a stored profile: random, and never derived from its name. A VS Code profile has a list of
 * Twilio profiles of its own, but shares secrets, pins and tabs with the others, and equal names must not
 * meet there.
 */
export function newProfileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `p-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether an id is such a one. Earlier versions made ids of names, and kept bare secrets under them. */
export function isRandomId(id: string): boolean {
  return /^p-[0-9a-f]{32}$/.test(id);
}

/** The id of the built-in profile, which nobody else can have. */
export const SAMPLE_PROFILE_ID = 'sample';

/** Belongs to nobody. It is made as the SIDs of the simulation are, whose account it names. */
const ACCOUNT_SID = 'AC51f0befd787fa2d9e265a564ad3160cb';

/** A Task of the sample that shows why decoding and every digit matter. */
export const sampleTask = {
  workspaceSid: 'WSbb6d56bf747f96b8eeb16aa00e6ef11d',
  taskSid: 'WT328923949248a998db97fdb8d4b53005',
} as const;

/**
 * The profile of the built-in Workspaces, which need no account and no network. Its host cannot exist
 * (`.invalid`, RFC 2606): addresses in its answers lead to its own documents, and nothing can be sent
 * there.
 *
 * @param name in the user's display language
 */
export function sampleProfile(name: string): Profile {
  return {
    id: SAMPLE_PROFILE_ID,
    name,
    origin: 'sample',
    sid: ACCOUNT_SID,
    accountSid: ACCOUNT_SID,
    apiBaseUrl: 'https://taskrouter.sample.invalid',
  };
}
