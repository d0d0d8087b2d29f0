import type { Memento } from 'vscode';
import type { Profile } from '../../core/profiles/profile.ts';
import { parseResourcePath } from '../../core/resources/resourceReference.ts';

const KEY = 'recentWorkspaces';

/**
 * The Workspace of each profile's last successful fetch. Also kept by account, because the
 * environment's profile changes from one terminal to the next.
 */
export class RecentWorkspaces {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  get(profile: Profile): string | undefined {
    const sid = this.#all()[accountKey(profile)];
    return typeof sid === 'string' ? parseResourcePath(sid)?.workspaceSid : undefined;
  }

  async remember(profile: Profile, workspaceSid: string): Promise<void> {
    if (this.get(profile) === workspaceSid) return;
    await this.#state.update(KEY, { ...this.#all(), [accountKey(profile)]: workspaceSid });
  }

  /** Discards the Workspaces of a removed profile. */
  async forget(profileId: string): Promise<void> {
    const all = Object.entries(this.#all());
    const kept = all.filter(([key]) => !key.startsWith(`${profileId}/`));
    if (kept.length < all.length) await this.#state.update(KEY, Object.fromEntries(kept));
  }

  #all(): Record<string, unknown> {
    return this.#state.get<Record<string, unknown>>(KEY, {});
  }
}

function accountKey({ id, accountSid, sid }: Profile): string {
  return `${id}/${accountSid ?? sid}`;
}
