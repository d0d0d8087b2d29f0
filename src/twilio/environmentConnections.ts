import { TaskRouterFailure } from '../core/failures/taskRouterFailure.ts';
import type { Connection, Connections } from '../core/profiles/connections.ts';
import type { ClientOptions } from './clientOptions.ts';
import { readEnvironment } from './readEnvironment.ts';
import { TaskRouterClient } from './taskRouterClient.ts';

export interface EnvironmentOptions extends Omit<ClientOptions, 'profile' | 'credentials'> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `taskrouter.apiBaseUrl`, read for each connection. */
  readonly apiBaseUrl: () => string;
}

/** The one profile `env`: who the environment says that one is. */
export class EnvironmentConnections implements Connections {
  readonly #options: EnvironmentOptions;

  constructor(options: EnvironmentOptions) {
    this.#options = options;
  }

  has(profileId: string): boolean {
    return profileId === 'env';
  }

  open(profileId = 'env'): Connection {
    if (!this.has(profileId)) throw new TaskRouterFailure({ kind: 'unknownProfile', profileId });
    const { environment, apiBaseUrl, ...client } = this.#options;
    const result = readEnvironment(environment, apiBaseUrl());
    if (!result.valid) throw new TaskRouterFailure(result.failure);
    const { profile, credentials } = result;
    return { profile, source: new TaskRouterClient({ ...client, profile, credentials }) };
  }
}
