import type { Profile } from '../../core/profiles/profile.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import { parseBaseUrl, twilioHosts, type TwilioHosts } from '../../core/profiles/twilioHosts.ts';
import { isSidOf } from '../../core/sids/sid.ts';
import { TaskRouterFailure, type Failure } from '../../core/taskrouter/failure.ts';
import type { Credentials } from '../clientOptions.ts';

export interface EnvironmentOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The setting `taskrouter.apiBaseUrl`, read each time. */
  readonly apiBaseUrl: () => string;
}

/** The profile `env`, with the credentials from the environment variables. */
export class EnvironmentProfile {
  readonly #options: EnvironmentOptions;

  constructor(options: EnvironmentOptions) {
    this.#options = options;
  }

  /** Returns `undefined` if its variables are not set. */
  profile(): ListedProfile | undefined {
    const result = this.#read();
    if (result.valid) return result.profile;
    const { failure: fault } = result;
    return fault.kind === 'missingCredentials'
      ? undefined
      : { id: 'env', name: 'env', origin: 'environment', fault };
  }

  /** Why the profile cannot be used, or `undefined` if it can. */
  fault(): Failure | undefined {
    const result = this.#read();
    return result.valid ? undefined : result.failure;
  }

  /** @throws TaskRouterFailure with the same failure as `fault()` */
  credentials(): Credentials {
    const result = this.#read();
    if (result.valid) return result.credentials;
    throw new TaskRouterFailure(result.failure);
  }

  #read(): EnvironmentResult {
    const { environment, apiBaseUrl } = this.#options;
    // Most environments have no credentials, so the setting is not read each time profiles are
    // listed.
    const isConfigured = environment['TWILIO_ACCOUNT_SID'] !== undefined;
    return readEnvironment(environment, isConfigured ? apiBaseUrl() : '');
  }
}

type EnvironmentResult =
  | { readonly valid: true; readonly profile: Profile; readonly credentials: Credentials }
  | { readonly valid: false; readonly failure: Failure };

/**
 * Reads the profile `env` from the variables of the Twilio CLI
 * (https://www.twilio.com/docs/twilio-cli/general-usage), in its order: `TWILIO_ACCOUNT_SID`, then
 * `TWILIO_API_KEY` with `TWILIO_API_SECRET` before `TWILIO_AUTH_TOKEN`. `TWILIO_REGION` and
 * `TWILIO_EDGE` choose the host unless `customBaseUrl` (`taskrouter.apiBaseUrl`) is set.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  customBaseUrl: string,
): EnvironmentResult {
  const read = (variable: string) => environment[variable]?.trim() ?? '';
  const accountSid = read('TWILIO_ACCOUNT_SID');
  const key = { username: read('TWILIO_API_KEY'), password: read('TWILIO_API_SECRET') };
  const token = { username: accountSid, password: read('TWILIO_AUTH_TOKEN') };
  const credentials = key.username !== '' && key.password !== '' ? key : token;

  const missing = [
    ...(accountSid === '' ? ['TWILIO_ACCOUNT_SID'] : []),
    ...(credentials.password === '' ? [nameMissingSecret(key)] : []),
  ];
  if (missing.length > 0) return fail({ kind: 'missingCredentials', variables: missing });
  if (!isSidOf(accountSid, 'AC')) return invalid('TWILIO_ACCOUNT_SID');
  if (credentials === key && !isSidOf(key.username, 'SK')) {
    return invalid('TWILIO_API_KEY');
  }

  const hosts = readHosts(customBaseUrl, read('TWILIO_REGION'), read('TWILIO_EDGE'));
  if ('kind' in hosts) return fail(hosts);
  const { username: sid } = credentials;
  return {
    valid: true,
    profile: { id: 'env', name: 'env', origin: 'environment', sid, accountSid, ...hosts },
    credentials,
  };
}

function readHosts(custom: string, region: string, edge: string): TwilioHosts | Failure {
  if (custom !== '') {
    const apiBaseUrl = parseBaseUrl(custom);
    return apiBaseUrl === undefined ? { kind: 'baseUrlNotAllowed' } : { apiBaseUrl };
  }
  const result = twilioHosts(region, edge);
  if (result.valid) return result.hosts;
  switch (result.fault) {
    case 'region':
      return { kind: 'invalidEnvironment', variable: 'TWILIO_REGION' };
    case 'edge':
      return { kind: 'invalidEnvironment', variable: 'TWILIO_EDGE' };
    case 'edgeMissing':
      return { kind: 'missingEdge', region };
  }
}

/** Names the missing half of an API key. If both halves are missing, an Auth Token is enough. */
function nameMissingSecret(key: Credentials): string {
  if (key.username !== '') return 'TWILIO_API_SECRET';
  return key.password === '' ? 'TWILIO_AUTH_TOKEN' : 'TWILIO_API_KEY';
}

function invalid(variable: string): EnvironmentResult {
  return fail({ kind: 'invalidEnvironment', variable });
}

function fail(failure: Failure): EnvironmentResult {
  return { valid: false, failure };
}
