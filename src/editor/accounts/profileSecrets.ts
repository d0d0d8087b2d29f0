import type { SecretStorage } from 'vscode';
import { isRandomId, type Profile } from '../../core/profiles/profile.ts';
import {
  printBoundSecret,
  readBoundSecret,
  type SecretResult,
  type SecretVault,
} from '../../core/profiles/secretVault.ts';
import { toProfile, type StoredProfile } from '../../core/profiles/storedProfile.ts';

/**
 * The secrets of stored profiles, by profile id and bound to the SID and host that they belong to.
 * Stored in SecretStorage, or in memory if that fails.
 */
export class ProfileSecrets implements SecretVault {
  readonly #storage: SecretStorage;
  readonly #find: (profileId: string) => StoredProfile | undefined;
  /** In the same format as in SecretStorage. Lost when the window closes. */
  readonly #session = new Map<string, string>();

  /**
   * @param storage shared by all VS Code profiles
   * @param find returns the profile with an id, if it is still stored
   */
  constructor(storage: SecretStorage, find: (profileId: string) => StoredProfile | undefined) {
    this.#storage = storage;
    this.#find = find;
  }

  async read(profile: Pick<Profile, 'id' | 'sid' | 'apiBaseUrl'>): Promise<SecretResult> {
    const { id } = profile;
    const kept = readBoundSecret(this.#session.get(id) ?? '', profile);
    if (kept !== undefined) return { found: true, secret: kept };
    try {
      const text = await this.#storage.get(id);
      if (text === undefined || text === '') return { found: false, reason: 'missing' };
      if (!isRandomId(id)) return { found: false, reason: 'unverified' };
      const secret = readBoundSecret(text, profile);
      return secret === undefined ? { found: false, reason: 'foreign' } : { found: true, secret };
    } catch {
      return { found: false, reason: 'unreadable' };
    }
  }

  /**
   * The secret that an earlier version stored under a profile's name. It may belong to another
   * profile.
   */
  async readUnverified(profileId: string): Promise<string | undefined> {
    if (isRandomId(profileId)) return undefined;
    const secret = await Promise.resolve(this.#storage.get(profileId)).catch(() => undefined);
    return secret === '' ? undefined : secret;
  }

  /**
   * Stores a secret with its profile's SID and host, and reads it back. Returns `false` if it is
   * not there then.
   */
  async keep(profileId: string, secret: string): Promise<boolean> {
    const profile = this.#find(profileId);
    if (profile === undefined || !isRandomId(profileId)) return false;
    if (!(await this.add(profile, secret, 'stored'))) return false;
    // The profile was removed meanwhile, perhaps in another window, so that its secret would never
    // be deleted.
    if (this.#find(profileId) === undefined) {
      await this.remove(profileId);
      return false;
    }
    this.#session.delete(profileId);
    return true;
  }

  /** Keeps a secret in memory until this window closes. */
  keepForSession(profileId: string, secret: string): void {
    const profile = this.#find(profileId);
    const text = profile && bind(profile, secret);
    if (text !== undefined) this.#session.set(profileId, text);
  }

  /**
   * Stores the secret of a profile that need not be stored yet. Returns `false` if it is not there
   * then.
   */
  async add(profile: StoredProfile, secret: string, where: 'stored' | 'session'): Promise<boolean> {
    const { id } = profile;
    const text = bind(profile, secret);
    if (text === undefined) return false;
    if (where === 'session') {
      this.#session.set(id, text);
      return true;
    }
    try {
      await this.#storage.store(id, text);
      return (await this.#storage.get(id)) === text;
    } catch {
      return false;
    }
  }

  /** @returns `false` if the storage failed, and may still have the secret */
  async remove(profileId: string): Promise<boolean> {
    this.dropFromSession(profileId);
    return Promise.resolve(this.#storage.delete(profileId)).then(
      () => true,
      () => false,
    );
  }

  dropFromSession(profileId: string): void {
    this.#session.delete(profileId);
  }
}

/** Returns `undefined` if credentials must not be sent to the profile's host. */
function bind(stored: StoredProfile, secret: string): string | undefined {
  const profile = toProfile(stored);
  return 'fault' in profile ? undefined : printBoundSecret(profile, secret);
}
