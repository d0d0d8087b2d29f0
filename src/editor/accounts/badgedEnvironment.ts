import type { Memento } from 'vscode';
import { asRecord } from '../../core/json/jsonObject.ts';
import { readProfileBadge, type ProfileBadge } from '../../core/profiles/profileBadge.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';

const BADGE = 'environmentBadge';

/**
 * The profile of the environment with its badge, which is all of it that is stored. The badge is
 * bound to the account and host, so that other variables never look like production.
 */
export class BadgedEnvironment {
  readonly #read: () => ListedProfile | undefined;
  readonly #state: Memento;

  constructor(read: () => ListedProfile | undefined, state: Memento) {
    this.#read = read;
    this.#state = state;
  }

  get profile(): ListedProfile | undefined {
    const profile = this.#read();
    if (profile === undefined || 'fault' in profile) return profile;
    const stored = asRecord(this.#state.get<unknown>(BADGE));
    const isOwn = stored['sid'] === profile.sid && stored['apiBaseUrl'] === profile.apiBaseUrl;
    const badge = isOwn ? readProfileBadge(stored['badge']) : undefined;
    return badge === undefined ? profile : { ...profile, badge };
  }

  async setBadge(badge: ProfileBadge | undefined): Promise<void> {
    const profile = this.#read();
    if (profile === undefined || 'fault' in profile) return;
    const { sid, apiBaseUrl } = profile;
    await this.#state.update(BADGE, badge && { sid, apiBaseUrl, badge });
  }
}
