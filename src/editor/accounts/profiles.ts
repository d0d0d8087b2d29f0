import { EventEmitter, window, type Disposable, type Memento, type SecretStorage } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { isUnmoved } from '../../core/profiles/connection.ts';
import { isRandomId, newProfileId, type Profile } from '../../core/profiles/profile.ts';
import {
  successorOf,
  type ListedProfile,
  type ProfileDirectory,
} from '../../core/profiles/profileDirectory.ts';
import {
  mergeProfiles,
  readStoredProfiles,
  toProfile,
  type ProfileEdits,
  type StoredProfile,
} from '../../core/profiles/storedProfile.ts';
import { settings } from '../settings.ts';
import { BadgedEnvironment } from './badgedEnvironment.ts';
import { ProfileSecrets } from './profileSecrets.ts';

const PROFILES = 'profiles';
/** Identifies the list. After a switch of the VS Code profile, a window may have another at first. */
const LIST = 'profileList';
/** Ids of removed profiles, so that no window which still has one stores it again. */
const REMOVED = 'retiredProfileIds';
const ACTIVE = 'activeProfile';

export interface ProfilesOptions {
  /** Shared by all windows of a VS Code profile. Has the profiles without their secrets. */
  readonly globalState: Memento;
  /** Of this window's workspace, with its active profile. Shared by all VS Code profiles. */
  readonly workspaceState: Memento;
  /** Also shared by all VS Code profiles. */
  readonly secrets: SecretStorage;
  /** The profile of the environment, if any. */
  readonly environment: () => ListedProfile | undefined;
  /** The built-in profile. */
  readonly sample: Profile;
}

/**
 * The values of a profile that can change. Its SID and endpoint cannot, so that its secret is never
 * sent to another host, and its documents are never filled from there.
 */
export type ProfileChange = Partial<Pick<StoredProfile, 'name' | 'accountSid' | 'badge'>>;

interface ProfileMove {
  readonly from: Profile;
  /** The new profile, if it can be used. */
  readonly to?: Profile;
}

interface OwnEdits extends ProfileEdits {
  /** The list that was edited. */
  readonly list: string | undefined;
}

const NO_EDITS: OwnEdits = { list: undefined, added: [], removed: new Set() };

/**
 * The profiles. They are kept in globalState apart from their secrets, because either may be lost
 * or restored without the other.
 */
export class Profiles implements ProfileDirectory, Disposable {
  readonly #options: ProfilesOptions;
  readonly #environment: BadgedEnvironment;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  /** This window's edits, which another window may overwrite if it writes at the same time. */
  #edits = NO_EDITS;
  /** What listeners know. Another window may change it, and globalState has no change event. */
  #seen = '';
  #seenProfiles: readonly ListedProfile[] = [];
  readonly #removed = this.#disposables.add(new EventEmitter<string>());
  readonly #moved = this.#disposables.add(new EventEmitter<ProfileMove>());

  readonly onDidChange = this.#changed.event;
  /** Fires with the id of a stored profile that was removed, in this window or another. */
  readonly onDidRemove = this.#removed.event;
  /** Fires when a profile has other credentials or another host. */
  readonly onDidMove = this.#moved.event;

  readonly secrets: ProfileSecrets;

  constructor(options: ProfilesOptions) {
    this.#options = options;
    this.#environment = new BadgedEnvironment(options.environment, options.globalState);
    this.secrets = new ProfileSecrets(options.secrets, (id) => this.#findStored(id));
    this.#see();
    const look = () => {
      if (this.#seen !== this.#snapshot()) this.#tell();
      this.#restoreEdits();
    };
    this.#disposables.add(options.secrets.onDidChange(look));
    this.#disposables.add(window.onDidChangeWindowState(look));
    // The setting `taskrouter.apiBaseUrl` is the host of the environment's profile.
    this.#disposables.add(settings.onDidChange(['apiBaseUrl'], look));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  list(): readonly ListedProfile[] {
    const environment = this.#environment.profile;
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
    // If the selected profile was removed, no other account is used without asking.
    if (chosen !== undefined) return this.find(chosen);
    const all = this.list();
    const [first] = all;
    return first?.origin === 'environment' || all.length === 1 ? first : undefined;
  }

  stored(): readonly StoredProfile[] {
    const { added, removed } = this.#ownEdits();
    const read = readStoredProfiles(this.#rows());
    return mergeProfiles(read, { added, removed: new Set([...removed, ...this.#removedIds()]) });
  }

  /**
   * Names that a profile must not get, because another profile has them. The sample's name is
   * always taken, so that real Tasks and sample Tasks cannot be confused.
   *
   * @param profileId of the profile that gets the name, if it exists
   */
  takenNames(profileId?: string): readonly string[] {
    return [...this.list(), this.#options.sample]
      .filter(({ id }) => id !== profileId)
      .map(({ name }) => name);
  }

  /** Gives the list its id early, before two windows could do so at the same time. */
  async prepare(): Promise<void> {
    if (this.#list() === undefined) await this.#options.globalState.update(LIST, newProfileId());
  }

  /** Adds a profile without its secret. The result has the new id. */
  async add(profile: Omit<StoredProfile, 'id'>): Promise<StoredProfile> {
    return this.#put({ id: newProfileId(), ...profile });
  }

  /** Of the environment's profile, only the badge can change. */
  async change(profileId: string, change: ProfileChange): Promise<void> {
    if (profileId === 'env') await this.#environment.setBadge(change.badge);
    const changed = (one: StoredProfile) => (one.id === profileId ? { ...one, ...change } : one);
    const edits = this.#ownEdits();
    this.#edits = { ...edits, added: edits.added.map(changed) };
    await this.#write(this.stored().map(changed));
  }

  /**
   * Removes a profile and its secret. A secret that an earlier version stored under the profile's
   * name remains, as it may belong to another VS Code profile.
   *
   * @returns `false` if the secret storage failed, and may still have the secret
   */
  async remove(profileId: string): Promise<boolean> {
    const { globalState, workspaceState } = this.#options;
    await this.prepare();
    // Before the events fire, as their listeners read the active profile.
    if (workspaceState.get(ACTIVE) === profileId) await workspaceState.update(ACTIVE, undefined);
    await globalState.update(REMOVED, [...new Set([...this.#removedIds(), profileId])]);
    const edits = this.#ownEdits();
    this.#edits = {
      list: this.#list(),
      added: edits.added.filter(({ id }) => id !== profileId),
      removed: new Set([...edits.removed, profileId]),
    };
    await this.#write(this.stored());
    return !isRandomId(profileId) || this.secrets.remove(profileId);
  }

  /**
   * Migrates a profile of an earlier version to an id and a secret of its own, after the server has
   * accepted the secret. Only the old row is deleted.
   *
   * @returns the profile; `'failed'` if the secret could not be stored, `'gone'` if the profile was
   *   removed
   */
  async migrate(
    formerId: string,
    secret: string,
    where: 'stored' | 'session',
  ): Promise<StoredProfile | 'failed' | 'gone'> {
    const { workspaceState } = this.#options;
    const former = this.#findStored(formerId);
    if (former === undefined) return 'gone';
    const successor = { ...former, id: newProfileId(), formerId };
    if (!(await this.secrets.add(successor, secret, where))) return 'failed';
    // Another window may have migrated or removed it meanwhile.
    if (this.#findStored(formerId) === undefined) {
      await this.secrets.remove(successor.id);
      return this.stored().find((one) => one.formerId === formerId) ?? 'gone';
    }
    if (workspaceState.get(ACTIVE) === formerId) await workspaceState.update(ACTIVE, successor.id);
    return this.#put(successor);
  }

  /** Makes a profile the active one of this window's workspace. */
  async activate(profileId: string): Promise<void> {
    await this.#options.workspaceState.update(ACTIVE, profileId);
    this.#tell();
  }

  #chosen(): string | undefined {
    const chosen = this.#options.workspaceState.get<unknown>(ACTIVE);
    return typeof chosen === 'string' ? chosen : undefined;
  }

  #findStored(profileId: string): StoredProfile | undefined {
    return this.stored().find(({ id }) => id === profileId);
  }

  #list(): string | undefined {
    const list = this.#options.globalState.get<unknown>(LIST);
    return typeof list === 'string' ? list : undefined;
  }

  #removedIds(): readonly string[] {
    const ids = this.#options.globalState.get<unknown>(REMOVED);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  #rows(): readonly unknown[] {
    const rows = this.#options.globalState.get<unknown>(PROFILES);
    return Array.isArray(rows) ? rows : [];
  }

  /** This window's edits of the list that it has now. */
  #ownEdits(): OwnEdits {
    const list = this.#list();
    return list !== undefined && this.#edits.list === list ? this.#edits : { ...NO_EDITS, list };
  }

  async #put(profile: StoredProfile): Promise<StoredProfile> {
    await this.prepare();
    const edits = this.#ownEdits();
    this.#edits = { ...edits, list: this.#list(), added: [...edits.added, profile] };
    await this.#write(this.stored());
    return this.#findStored(profile.id) ?? profile;
  }

  /** Restores what another window has overwritten. */
  #restoreEdits(): void {
    const stored = this.stored();
    if (JSON.stringify(stored) === JSON.stringify(readStoredProfiles(this.#rows()))) return;
    // The profiles are read as if this had succeeded. The next check tries again.
    this.#write(stored).catch(() => undefined);
  }

  /** Keeps rows that cannot be parsed, as a newer version may have written them. */
  async #write(profiles: readonly StoredProfile[]): Promise<void> {
    const others = this.#rows().filter((row) => readStoredProfiles([row]).length === 0);
    await this.#options.globalState.update(PROFILES, [...profiles, ...others]);
    this.#tell();
  }

  #tell(): void {
    const before = this.#seenProfiles;
    this.#see();
    const now = this.#seenProfiles;
    this.#changed.fire();
    for (const profile of before) {
      const { id, origin } = profile;
      const current = now.find((one) => one.id === id);
      if (current === undefined && origin === 'stored') {
        this.secrets.dropFromSession(id);
        // A migrated profile continues under another id.
        if (successorOf(id, this) === undefined) this.#removed.fire(id);
      } else if (!('fault' in profile) && origin !== 'sample' && !isUnmoved(profile, current)) {
        const isUsable = current !== undefined && !('fault' in current);
        this.#moved.fire({ from: profile, ...(isUsable && { to: current }) });
      }
    }
  }

  #see(): void {
    this.#seenProfiles = this.list();
    this.#seen = this.#snapshot();
  }

  #snapshot(): string {
    return JSON.stringify(this.list());
  }
}
