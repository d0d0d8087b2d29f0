import { lazily } from '../core/base/lazily.ts';
import type { Connection, Connections } from '../core/profiles/connection.ts';
import type { Profile } from '../core/profiles/profile.ts';

export interface SampleConnectionsOptions {
  /** The built-in one. */
  readonly profile: Profile;
  /** For every other profile. */
  readonly others: Connections;
}

/** Answers for the sample profile from memory, and hands every other on. */
export class SampleConnections implements Connections {
  readonly #profile: Profile;
  readonly #others: Connections;
  /** Most windows never look at the sample. */
  readonly #sample = lazily(async () => {
    const { BuiltInSample } = await import('./sampleTaskSource.ts');
    return new BuiltInSample(this.#profile);
  });
  /** Never aborts: nobody can remove the sample. */
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

  /** Lets the lives of the sample's Tasks begin again if all that come to an end are over. */
  async restart(): Promise<void> {
    (await this.#sample()).restart();
  }
}
