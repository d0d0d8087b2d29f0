import { describeFailure } from '../../core/failures/describeFailure.ts';
import { message, type Message } from '../../core/messages/message.ts';
import type { ImportCandidate } from '../../core/profiles/importSource.ts';
import { twilioHosts, type TwilioHostsResult } from '../../core/profiles/twilioHosts.ts';
import { isSidOf } from '../../core/sids/sid.ts';
import type { CliProfile } from './cliConfig.ts';
import { readEnvironment } from './environmentProfile.ts';

/**
 * A profile of the Twilio CLI as an import candidate. Malformed values are left out, as one may be
 * the secret in the wrong field.
 */
export function cliCandidate(profile: CliProfile): ImportCandidate {
  const { id, accountSid, apiKey, active } = profile;
  const hosts = twilioHosts(profile.region, profile.edge);
  const { region = '', edge = '' } = hosts.valid ? hosts.hosts : {};
  const fault = findFault(profile, hosts);
  const sid = isSid(apiKey) ? apiKey : undefined;
  return {
    // Contains the SID, so that a secret read later belongs to the SID that was listed, or is not
    // found.
    key: `cli:${sid ?? ''}:${id}`,
    name: id,
    from: 'cli',
    ...(sid !== undefined && { sid }),
    ...(isSid(accountSid) && accountSid.startsWith('AC') && { accountSid }),
    region,
    edge,
    active,
    ...(fault && { fault }),
  };
}

function findFault(profile: CliProfile, hosts: TwilioHostsResult): Message | undefined {
  if (profile.secretStorage === 'keychain') {
    return message(
      'The secret is in the system keychain, where older versions of the Twilio CLI kept it. Log in to the Twilio CLI again, or add the credentials by hand.',
    );
  }
  if (!isSid(profile.apiKey)) {
    return message('The API key must be SK and 32 hex digits.');
  }
  if (profile.apiSecret === '') return message('The file of the Twilio CLI has no secret for it.');
  if (hosts.valid) return undefined;
  switch (hosts.fault) {
    case 'region':
      return message('The region is not valid in a host name.');
    case 'edge':
      return message('The edge is not valid in a host name.');
    case 'edgeMissing':
      return message('The region needs an edge, and none is set for it.');
  }
}

/**
 * The CLI creates an API key for each profile, but a file edited by hand may contain an Account
 * SID.
 */
function isSid(text: string): boolean {
  return isSidOf(text, 'SK') || isSidOf(text, 'AC');
}

const CREDENTIAL_VARIABLES = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_API_KEY',
  'TWILIO_API_SECRET',
  'TWILIO_AUTH_TOKEN',
];

/** The environment's credentials as an import candidate, or `undefined` if no variable is set. */
export function environmentCandidate(
  environment: Readonly<Record<string, string | undefined>>,
): ImportCandidate | undefined {
  if (CREDENTIAL_VARIABLES.every((variable) => !environment[variable]?.trim())) return undefined;
  const candidate = { key: 'env', name: 'env', from: 'environment', active: false } as const;
  // `taskrouter.apiBaseUrl` applies to the profile `env` only. Imported profiles use Twilio's
  // hosts.
  const result = readEnvironment(environment, '');
  if (result.valid) {
    const { sid, accountSid, region = '', edge = '' } = result.profile;
    return { ...candidate, sid, ...(accountSid !== undefined && { accountSid }), region, edge };
  }
  const { failure } = result;
  const fault =
    failure.kind === 'missingCredentials'
      ? message('Not set in the environment: {0}.', failure.variables.join(', '))
      : describeFailure(failure);
  return { ...candidate, region: '', edge: '', fault };
}
