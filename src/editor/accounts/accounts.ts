import { Disposables } from '../../core/disposables.ts';
import { successorOf, waitsForUser } from '../../core/profiles/formerIds.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { AccountParts } from './accountParts.ts';

/** The commands about credentials, and the questions that other commands lead to. */
export class Accounts {
  readonly #parts: AccountParts;
  readonly #disposables = new Disposables();

  constructor(parts: AccountParts) {
    this.#parts = parts;
    const { runner } = parts;
    const add = async () => (await this.#flows()).addProfile(parts);
    const remove = async () => (await this.#flows()).removeProfile(parts);
    const choose = async () => (await this.#flows()).switchProfile(parts);
    const importAll = async () => (await this.#flows()).importProfiles(parts);
    const explore = async () => (await this.#flows()).exploreSample(parts);
    const change = async (profileId: unknown) => {
      const { replaceSecret, switchProfile } = await this.#flows();
      return typeof profileId === 'string'
        ? replaceSecret(parts, profileId)
        : (await switchProfile(parts)) !== undefined;
    };
    this.#disposables.add(runner.register(commandIds.addProfile, add));
    this.#disposables.add(runner.register(commandIds.removeProfile, remove));
    this.#disposables.add(runner.register(commandIds.switchProfile, choose));
    this.#disposables.add(runner.register(commandIds.importProfiles, importAll));
    this.#disposables.add(runner.register(commandIds.exploreSample, explore));
    this.#disposables.add(runner.register(commandIds.changeCredentials, change));
    this.#disposables.add(
      runner.register(commandIds.changeRegion, async (id) =>
        (await this.#flows()).changeRegion(parts, id),
      ),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /**
   * The id of the profile to read with, for something that the user does; asks for one where there is
   * none, or no choice was made, and takes over one of an earlier version.
   *
   * @param named the id of a profile that is named already
   */
  async choose(named?: string): Promise<string | undefined> {
    const { profiles } = this.#parts;
    const chosen = named ?? profiles.active()?.id ?? (await this.#ask());
    if (chosen === undefined || !waitsForUser(chosen, profiles)) return chosen;
    const successor = successorOf(chosen, profiles);
    const former = profiles.stored().find(({ id }) => id === chosen);
    if (successor !== undefined || former === undefined) return successor?.id ?? chosen;
    const { takeOverProfile } = await this.#flows();
    return takeOverProfile(this.#parts, former);
  }

  async #ask(): Promise<string | undefined> {
    const { addProfile, switchProfile } = await this.#flows();
    return this.#parts.profiles.list().length === 0
      ? addProfile(this.#parts, 'use')
      : switchProfile(this.#parts, 'use');
  }

  // Most windows never ask for credentials: what asks is loaded when it does.
  #flows() {
    return import('./accountFlows.ts');
  }
}
