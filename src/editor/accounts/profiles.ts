import { EventEmitter, window, type Disposable, type Memento, type SecretStorage } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { fieldsOf } from '../../core/json/fieldsOf.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { ListedProfile, ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { profileSlug } from '../../core/profiles/profileSlug.ts';
import { readStoredProfiles } from '../../core/profiles/readStoredProfiles.ts';
import type { SecretReading, SecretVault } from '../../core/profiles/secretVault.ts';
import type { StoredProfile } from '../../core/profiles/storedProfile.ts';
import { toProfile } from '../../core/profiles/toProfile.ts';

const PROFILES = 'profiles';
/** Ids that were in use once: see {@link profileSlug}. */
const RETIRED = 'retiredProfileIds';
const ACTIVE = 'activeProfile';

export interface ProfilesOptions {
  /** Shared by all windows: what describes the profiles. */
  readonly globalState: Memento;
  /** Of this window's workspace: which profile it uses. */
  readonly workspaceState: Memento;
  readonly secrets: SecretStorage;
  /** The profile of the environment, if there is one. */
  readonly environment: () => ListedProfile | undefined;
  /** The built-in one. */
  readonly sample: Profile;
}

/**
 * What can be said of a profile anew. Not what it signs in with, nor where: its secret must not get
 * to another host, and its documents not be answered from there.
 */
export type ProfileChange = Partial<Pick<StoredProfile, 'name' | 'accountSid'>>;

/**
 * The profiles: what describes them in globalState, their secrets in SecretStorage under their ids,
 * apart from each other, because the secrets may be lost when the rest is not.
 */
export class Profiles implements ProfileDirectory, SecretVault, Disposable {
  readonly #options: ProfilesOptions;
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  /** Secrets that the store could not keep, for as long as this window is there. */
  readonly #session = new Map<string, string>();
  /** What was last told of: another window may change it, and the store tells nobody. */
  #seen = '';
  #seenIds: readonly string[] = [];
  readonly #removed = this.#disposables.add(new EventEmitter<string>());

  readonly onDidChange = this.#changed.event;
  /** Tells the id of a stored profile that is gone, wherever it was removed. */
  readonly onDidRemove = this.#removed.event;

  constructor(options: ProfilesOptions) {
    this.#options = options;
    this.#see();
    const look = () => {
      if (this.#seen !== this.#snapshot()) this.#tell();
    };
    this.#disposables.add(options.secrets.onDidChange(look));
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) look();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  list(): readonly ListedProfile[] {
    const environment = this.#options.environment();
    const { sample } = this.#options;
    return [
      ...(environment === undefined ? [] : [environment]),
      ...this.stored().map(toProfile),
      ...(this.#chosen() === sample.id ? [sample] : []),
    ];
  }

  find(profileId: string): ListedProfile | undefined {
    const { sample } = this.#options;
    if (profileId === sample.id) return sample;
    return this.list().find(({ id }) => id === profileId);
  }

  active(): ListedProfile | undefined {
    const chosen = this.#chosen();
    // One that was chosen and is gone is no reason to read from another account unasked.
    if (chosen !== undefined) return this.find(chosen);
    const all = this.list();
    const [first] = all;
    return first?.origin === 'environment' || all.length === 1 ? first : undefined;
  }

  stored(): readonly StoredProfile[] {
    return readStoredProfiles(this.#options.globalState.get<unknown>(PROFILES));
  }

  /**
   * Names that a profile must not be given, as another has them. That of the sample is one in any case:
   * real Tasks must not pass for made-up ones, nor the other way round.
   *
   * @param profileId of the profile that is to have the name, if there is one yet
   */
  takenNames(profileId?: string): readonly string[] {
    return [...this.list(), this.#options.sample]
      .filter(({ id }) => id !== profileId)
      .map(({ name }) => name);
  }

  /** Adds a profile, still without its secret; the result has its id. */
  async add(profile: Omit<StoredProfile, 'id'>): Promise<StoredProfile> {
    const added = { id: profileSlug(profile.name, this.#usedIds()), ...profile };
    await this.#write([...this.stored(), added]);
    return added;
  }

  async change(profileId: string, change: ProfileChange): Promise<void> {
    await this.#write(
      this.stored().map((one) => (one.id === profileId ? { ...one, ...change } : one)),
    );
  }

  /**
   * Removes a profile and its secret.
   *
   * @returns false if the secret storage failed, and may still have the secret
   */
  async remove(profileId: string): Promise<boolean> {
    const { globalState, workspaceState, secrets } = this.#options;
    // Before anybody is told, who then asks which one is active.
    if (workspaceState.get(ACTIVE) === profileId) await workspaceState.update(ACTIVE, undefined);
    await globalState.update(RETIRED, [...new Set([...this.#retired(), profileId])]);
    await this.#write(this.stored().filter(({ id }) => id !== profileId));
    return Promise.resolve(secrets.delete(profileId)).then(
      () => true,
      () => false,
    );
  }

  /** Makes a profile the one of this window's workspace. */
  async activate(profileId: string): Promise<void> {
    await this.#options.workspaceState.update(ACTIVE, profileId);
    this.#tell();
  }

  /** Stores a secret and reads it back; false if it is not there then. */
  async keepSecret(profileId: string, secret: string): Promise<boolean> {
    const { secrets } = this.#options;
    const isThere = () => this.stored().some(({ id }) => id === profileId);
    if (!isThere()) return false;
    try {
      await secrets.store(profileId, secret);
      if ((await secrets.get(profileId)) !== secret) return false;
      // Removed meanwhile, perhaps in another window: nobody would ever delete it.
      if (!isThere()) {
        await secrets.delete(profileId);
        return false;
      }
    } catch {
      return false;
    }
    this.#session.delete(profileId);
    return true;
  }

  /** Keeps a secret in memory, until this window closes. */
  keepSecretForSession(profileId: string, secret: string): void {
    this.#session.set(profileId, secret);
  }

  async read(profileId: string): Promise<SecretReading> {
    const kept = this.#session.get(profileId);
    if (kept !== undefined) return { found: true, secret: kept };
    try {
      const secret = await this.#options.secrets.get(profileId);
      if (secret !== undefined && secret !== '') return { found: true, secret };
      return { found: false, reason: 'missing' };
    } catch {
      return { found: false, reason: 'unreadable' };
    }
  }

  #chosen(): string | undefined {
    const chosen = this.#options.workspaceState.get<unknown>(ACTIVE);
    return typeof chosen === 'string' ? chosen : undefined;
  }

  #retired(): readonly string[] {
    return this.#options.globalState.get<string[]>(RETIRED, []);
  }

  #usedIds(): readonly string[] {
    const ids = this.#rows().map((row) => fieldsOf(row)['id']);
    return [...ids.filter((id) => typeof id === 'string'), ...this.#retired()];
  }

  #rows(): readonly unknown[] {
    const rows = this.#options.globalState.get<unknown>(PROFILES);
    return Array.isArray(rows) ? rows : [];
  }

  /** What cannot be read is kept as it is: a newer version may have written it. */
  async #write(profiles: readonly StoredProfile[]): Promise<void> {
    const others = this.#rows().filter((row) => readStoredProfiles([row]).length === 0);
    await this.#options.globalState.update(PROFILES, [...profiles, ...others]);
    this.#tell();
  }

  #tell(): void {
    const before = this.#seenIds;
    this.#see();
    this.#changed.fire();
    for (const id of before) {
      if (this.#seenIds.includes(id)) continue;
      this.#session.delete(id);
      this.#removed.fire(id);
    }
  }

  #see(): void {
    this.#seen = this.#snapshot();
    this.#seenIds = this.stored().map(({ id }) => id);
  }

  #snapshot(): string {
    return JSON.stringify(this.list());
  }
}
