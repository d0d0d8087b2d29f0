import { lazily } from '../core/base/lazily.ts';
import type { Connection, Connections } from '../core/profiles/connection.ts';
import type { Profile } from '../core/profiles/profile.ts';

export interface SampleConnectionsOptions {
  /** The built-in profile `sample`. */
  readonly profile: Profile;
  /** Serves all other profiles. */
  readonly others: Connections;
}

/** Serves the sample profile from memory, and delegates all others. */
export class SampleConnections implements Connections {
  readonly #profile: Profile;
  readonly #others: Connections;
  /** Loaded lazily, as most windows never use the sample. */
  readonly #sample = lazily(async () => {
    const { BuiltInSample } = await import('./sampleTaskSource.ts');
    return new BuiltInSample(this.#profile);
  });
  /** Never aborts, as the sample profile cannot be removed. */
  readonly #revoked = new AbortController().signal;

  constructor({ profile, others }: SampleConnectionsOptions) {
    this.#profile = profile;
    this.#others = others;
  }

  async open(profileId: string): Promise<Connection> {
    if (profileId !== this.#profile.id) return this.#others.open(profileId);
    const { source } = await this.#sample();
    return { profile: this.#profile, source, revoked: this.#revoked };
  }

  /** Restarts the simulation if all Tasks that end have ended. */
  async restart(): Promise<void> {
    (await this.#sample()).restart();
  }
}
