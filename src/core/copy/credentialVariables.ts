import type { Profile } from '../profiles/profile.ts';

/** The environment variables that Twilio's own tools read what a profile signs in with from. */
export interface CredentialVariables {
  readonly user: string;
  readonly secret: string;
  /** Whether the user is an API key, which does not say whose it is. */
  readonly isKey: boolean;
}

export function credentialVariables({ sid }: Profile): CredentialVariables {
  return sid.startsWith('SK')
    ? { user: 'TWILIO_API_KEY', secret: 'TWILIO_API_SECRET', isKey: true }
    : { user: 'TWILIO_ACCOUNT_SID', secret: 'TWILIO_AUTH_TOKEN', isKey: false };
}
