import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { message, type Message } from '../core/messages/message.ts';
import type { ImportListing, ImportSource } from '../core/profiles/importSource.ts';
import { cliCandidate } from './cliCandidate.ts';
import { environmentCandidate } from './environmentCandidate.ts';
import { readCliConfig, type CliProfile } from './readCliConfig.ts';
import { readEnvironment } from './readEnvironment.ts';

export interface CliProfilesOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; that of the user if absent. */
  readonly homeDirectory?: string;
  /** The text of a file in UTF-8; rejects with an error that has the system's `code`. */
  readonly readFile?: (path: string) => Promise<string>;
}

interface Contents {
  readonly profiles: readonly CliProfile[];
  readonly notes: readonly Message[];
}

/**
 * The credentials that the Twilio CLI would use on this machine: those of the environment, and the
 * profiles in its file, where their secrets lie in the clear. Only reads, and keeps nothing.
 */
export class CliProfiles implements ImportSource {
  readonly #options: CliProfilesOptions;

  constructor(options: CliProfilesOptions) {
    this.#options = options;
  }

  async list(): Promise<ImportListing> {
    const { profiles, notes } = await this.#readConfig();
    const environment = environmentCandidate(this.#options.environment);
    return {
      candidates: [...(environment ? [environment] : []), ...profiles.map(cliCandidate)],
      notes,
    };
  }

  async readSecret(key: string): Promise<string | undefined> {
    if (key === 'env') {
      const result = readEnvironment(this.#options.environment, '');
      return result.valid ? result.credentials.password : undefined;
    }
    const { profiles } = await this.#readConfig();
    return profiles.find((profile) => {
      const candidate = cliCandidate(profile);
      return candidate.key === key && candidate.fault === undefined;
    })?.apiSecret;
  }

  async #readConfig(): Promise<Contents> {
    const { environment, homeDirectory = homedir(), readFile: read = readText } = this.#options;
    const { TWILIO_CONFIG_DIR: folder = '' } = environment;
    const path = join(folder === '' ? join(homeDirectory, '.twilio-cli') : folder, 'config.json');
    try {
      const result = readCliConfig(await read(path));
      if (result.valid) return { profiles: result.profiles, notes: [] };
      const note = message('{0} of the Twilio CLI cannot be read: it is no JSON object.', path);
      return { profiles: [], notes: [note] };
    } catch (error) {
      return { profiles: [], notes: explain(error, path) };
    }
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

function explain(error: unknown, path: string): readonly Message[] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      // Nobody uses the Twilio CLI here.
      return [];
    case 'EACCES':
    case 'EPERM':
      return [message('{0} of the Twilio CLI cannot be read: permission denied.', path)];
    default:
      return [message('{0} of the Twilio CLI cannot be read ({1}).', path, code)];
  }
}
