import type { ProfileBadge } from './profileBadge.ts';

/** A Twilio account or API key and its server. Contains no secret: only the HTTP client has that. */
export interface Profile {
  /**
   * Immutable, lowercase and random, see `newProfileId`; `env` for the profile of the environment, `sample`
   * for the built-in one.
   */
  readonly id: string;
  /** The id that an earlier version derived from its name. */
  readonly formerId?: string;
  /** The name that the user sees. */
  readonly name: string;
  /** Whether it comes from `TWILIO_…` variables, was stored by the user, or is built in. */
  readonly origin: 'environment' | 'stored' | 'sample';
  /**
   * The user name of its requests: `SK` (API key) or `AC` (account) and 32 hex digits. The sample, which
   * sends no requests, has the SID of no real account.
   */
  readonly sid: string;
  /** `AC` and 32 hex digits, if known: an API key does not reveal its account. */
  readonly accountSid?: string;
  /** Origin of its requests, with a path only for a custom base URL. No trailing slash. */
  readonly apiBaseUrl: string;
  /** Origin of Flex's configuration; absent with a custom base URL. */
  readonly flexBaseUrl?: string;
  /** Twilio's region in lowercase, such as `ie1`; absent for US1 and with a custom base URL. */
  readonly region?: string;
  /** Twilio's edge in lowercase, such as `dublin`; absent if none is given. */
  readonly edge?: string;
  /** Set by the user, to tell it from others at a glance. */
  readonly badge?: ProfileBadge | undefined;
}

/**
 * The id of a new stored profile: random, and never derived from its name. Each VS Code profile has its own
 * list of Twilio profiles, but shares secrets, pinned Tasks and tabs with the others, where equal names must
 * not collide.
 */
export function newProfileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `p-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether an id is from `newProfileId`. Earlier versions derived ids from names. */
export function isRandomId(id: string): boolean {
  return /^p-[0-9a-f]{32}$/.test(id);
}

/** The id of the built-in profile, which no other profile can have. */
export const SAMPLE_PROFILE_ID = 'sample';

/** Not a real account. Generated like the other SIDs of the simulation, which uses it as its account. */
const ACCOUNT_SID = 'AC51f0befd787fa2d9e265a564ad3160cb';

/** A Task of the sample with embedded JSON and numbers that `JSON.parse` would round. */
export const sampleTask = {
  workspaceSid: 'WSbb6d56bf747f96b8eeb16aa00e6ef11d',
  taskSid: 'WT328923949248a998db97fdb8d4b53005',
} as const;

/**
 * The profile of the built-in Workspaces, which need no account and no network. Its host cannot exist
 * (`.invalid`, RFC 2606), so URLs in its answers lead to its own documents and no request can be sent.
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
