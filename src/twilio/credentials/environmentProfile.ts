import type { Profile } from '../../core/profiles/profile.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import { parseBaseUrl, twilioHosts, type TwilioHosts } from '../../core/profiles/twilioHosts.ts';
import { parseSid } from '../../core/sids/sid.ts';
import { TaskRouterFailure, type Failure } from '../../core/taskrouter/failure.ts';
import type { Credentials } from '../clientOptions.ts';

export interface EnvironmentOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `taskrouter.apiBaseUrl`, read whenever it counts. */
  readonly apiBaseUrl: () => string;
}

/** The profile `env`: who the environment says that one is. */
export class EnvironmentProfile {
  readonly #options: EnvironmentOptions;

  constructor(options: EnvironmentOptions) {
    this.#options = options;
  }

  /** Nothing where its variables are not set. */
  profile(): ListedProfile | undefined {
    const result = this.#read();
    if (result.valid) return result.profile;
    const { failure: fault } = result;
    return fault.kind === 'missingCredentials'
      ? undefined
      : { id: 'env', name: 'env', origin: 'environment', fault };
  }

  /** Why it cannot be used. */
  fault(): Failure | undefined {
    const result = this.#read();
    return result.valid ? undefined : result.failure;
  }

  /** @throws TaskRouterFailure with that fault */
  credentials(): Credentials {
    const result = this.#read();
    if (result.valid) return result.credentials;
    throw new TaskRouterFailure(result.failure);
  }

  #read(): EnvironmentResult {
    const { environment, apiBaseUrl } = this.#options;
    // Most windows have none, and are not to look up a setting whenever profiles are listed.
    const isNamed = environment['TWILIO_ACCOUNT_SID'] !== undefined;
    return readEnvironment(environment, isNamed ? apiBaseUrl() : '');
  }
}

type EnvironmentResult =
  | { readonly valid: true; readonly profile: Profile; readonly credentials: Credentials }
  | { readonly valid: false; readonly failure: Failure };

/**
 * The profile `env`, from the variables that Twilio's CLI reads, in its order: `TWILIO_ACCOUNT_SID`,
 * then `TWILIO_API_KEY` with `TWILIO_API_SECRET` before `TWILIO_AUTH_TOKEN`; `TWILIO_REGION` and
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
  if (!parseSid(accountSid, 'AC').valid) return invalid('TWILIO_ACCOUNT_SID');
  if (credentials === key && !parseSid(key.username, 'SK').valid) {
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

/** Half of a key says which half is missing; none of it, what would do as well. */
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
