import type { ListedProfile } from '../core/profiles/profileDirectory.ts';
import { TaskRouterFailure, type Failure } from '../core/taskrouter/failure.ts';
import type { Credentials } from './credentials.ts';
import { readEnvironment, type EnvironmentResult } from './readEnvironment.ts';

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
