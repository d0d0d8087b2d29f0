import { EventEmitter, window, type Disposable, type Memento, type SecretStorage } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { isRandomId, newProfileId, type Profile } from '../../core/profiles/profile.ts';
import {
  successorOf,
  type ListedProfile,
  type ProfileDirectory,
} from '../../core/profiles/profileDirectory.ts';
import { hasSameOwner } from '../../core/profiles/secretVault.ts';
import {
  mergeProfiles,
  readStoredProfiles,
  toProfile,
  type ProfileEdits,
  type StoredProfile,
} from '../../core/profiles/storedProfile.ts';
import { settings } from '../settings.ts';
import { ProfileSecrets } from './profileSecrets.ts';

const PROFILES = 'profiles';
/** Names the list itself: a window can be shown that of another VS Code profile until it is reloaded. */
const LIST = 'profileList';
/** Ids of removed profiles, which no window that still knows one is to bring back. */
const REMOVED = 'retiredProfileIds';
const ACTIVE = 'activeProfile';

export interface ProfilesOptions {
  /** Shared by all windows of a VS Code profile: what describes the profiles. */
  readonly globalState: Memento;
  /** Of this window's workspace: which profile it uses. Shared by all VS Code profiles. */
  readonly workspaceState: Memento;
  /** Shared by all VS Code profiles, too. */
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

interface ProfileMove {
  readonly from: Profile;
  /** What it is now, if it can be used. */
  readonly to?: Profile;
}

interface OwnEdits extends ProfileEdits {
  /** Of the list that they were made to. */
  readonly list: string | undefined;
}

const NO_EDITS: OwnEdits = { list: undefined, added: [], removed: new Set() };

/**
 * The profiles: what describes them is in globalState, apart from their secrets, because either may be lost
 * or restored when the other is not.
 */
export class Profiles implements ProfileDirectory, Disposable {
  readonly #options: ProfilesOptions;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  /** What another window may write over that writes at the same time. */
  #edits = NO_EDITS;
  /** What was last told of: another window may change it, and the store tells nobody. */
  #seen = '';
  #seenProfiles: readonly ListedProfile[] = [];
  readonly #removed = this.#disposables.add(new EventEmitter<string>());
  readonly #moved = this.#disposables.add(new EventEmitter<ProfileMove>());

  readonly onDidChange = this.#changed.event;
  /** Tells the id of a stored profile that is gone, wherever it was removed. */
  readonly onDidRemove = this.#removed.event;
  /** Tells of a profile that now signs in with something else, or reads from another host. */
  readonly onDidMove = this.#moved.event;

  readonly secrets: ProfileSecrets;

  constructor(options: ProfilesOptions) {
    this.#options = options;
    this.secrets = new ProfileSecrets(options.secrets, (id) => this.#findStored(id));
    this.#see();
    const look = () => {
      if (this.#seen !== this.#snapshot()) this.#tell();
      this.#restoreEdits();
    };
    this.#disposables.add(options.secrets.onDidChange(look));
    this.#disposables.add(window.onDidChangeWindowState(look));
    // The profile of the environment reads from there.
    this.#disposables.add(settings.onDidChange(['apiBaseUrl'], look));
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
    const { added, removed } = this.#ownEdits();
    const read = readStoredProfiles(this.#rows());
    return mergeProfiles(read, { added, removed: new Set([...removed, ...this.#removedIds()]) });
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

  /** Names the list of profiles, well before two windows can add to it at the same time. */
  async prepare(): Promise<void> {
    if (this.#list() === undefined) await this.#options.globalState.update(LIST, newProfileId());
  }

  /** Adds a profile, still without its secret; the result has its id. */
  async add(profile: Omit<StoredProfile, 'id'>): Promise<StoredProfile> {
    return this.#put({ id: newProfileId(), ...profile });
  }

  async change(profileId: string, change: ProfileChange): Promise<void> {
    const changed = (one: StoredProfile) => (one.id === profileId ? { ...one, ...change } : one);
    const edits = this.#ownEdits();
    this.#edits = { ...edits, added: edits.added.map(changed) };
    await this.#write(this.stored().map(changed));
  }

  /**
   * Removes a profile and its secret. One that an earlier version stored under the name stays: it can be
   * that of another VS Code profile.
   *
   * @returns false if the secret storage failed, and may still have the secret
   */
  async remove(profileId: string): Promise<boolean> {
    const { globalState, workspaceState } = this.#options;
    await this.prepare();
    // Before anybody is told, who then asks which one is active.
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
   * Gives a profile of an earlier version an id and a secret of its own, once the server has accepted it.
   * Nothing of what that version stored is deleted but the row.
   *
   * @returns the profile; `'failed'` if the secret could not be kept, `'gone'` if the profile was removed
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
    // Another window can have done the same, or removed it.
    if (this.#findStored(formerId) === undefined) {
      await this.secrets.remove(successor.id);
      return this.stored().find((one) => one.formerId === formerId) ?? 'gone';
    }
    if (workspaceState.get(ACTIVE) === formerId) await workspaceState.update(ACTIVE, successor.id);
    return this.#put(successor);
  }

  /** Makes a profile the one of this window's workspace. */
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

  /** What this window did to the list that it is shown now. */
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

  /** Writes again what another window has written over. */
  #restoreEdits(): void {
    const stored = this.stored();
    if (JSON.stringify(stored) === JSON.stringify(readStoredProfiles(this.#rows()))) return;
    // It is read as if it were written; the next look tries again.
    this.#write(stored).catch(() => undefined);
  }

  /** What cannot be read is kept as it is: a newer version may have written it. */
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
        // What was taken over goes on under another id.
        if (successorOf(id, this) === undefined) this.#removed.fire(id);
      } else if (!('fault' in profile) && origin !== 'sample' && !isAsBefore(current, profile)) {
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

function isAsBefore(profile: ListedProfile | undefined, before: Profile): boolean {
  return profile !== undefined && !('fault' in profile) && hasSameOwner(profile, before);
}
