import { waitsForUser, type ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { OpenNote } from './openNote.ts';

/**
 * What of the tabs that a reload restored may be filled before the user asks for it: what belongs to exactly
 * the profile that it names. That of the environment has the same id whatever account and host it has.
 */
export class RestoredTabs {
  readonly #note: OpenNote;
  readonly #directory: ProfileDirectory;
  /** Of the environment's profile as it filled the tabs. */
  readonly #environment: string | undefined;

  constructor(note: OpenNote, directory: ProfileDirectory) {
    this.#note = note;
    this.#directory = directory;
    this.#environment = note.environment;
  }

  mayFill(profileId: string): boolean {
    if (waitsForUser(profileId, this.#directory)) return false;
    const present = this.#presentEnvironment();
    // One that cannot be used says so, and asks nothing.
    return profileId !== 'env' || present === undefined || present === this.#environment;
  }

  /** Notes whom the tabs of the environment's profile are of that are filled from now on. */
  async noteEnvironment(): Promise<void> {
    const present = this.#presentEnvironment();
    if (present !== undefined && present !== this.#note.environment) {
      await this.#note.writeEnvironment(present);
    }
  }

  #presentEnvironment(): string | undefined {
    const profile = this.#directory.find('env');
    return profile === undefined || 'fault' in profile
      ? undefined
      : JSON.stringify([profile.sid, profile.apiBaseUrl]);
  }
}
