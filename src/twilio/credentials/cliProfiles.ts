import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { message, type Message } from '../../core/messages/message.ts';
import type { ImportListing, ImportSource } from '../../core/profiles/importSource.ts';
import { readCliConfig, type CliProfile } from './cliConfig.ts';
import { readEnvironment } from './environmentProfile.ts';
import { cliCandidate, environmentCandidate } from './importCandidates.ts';

export interface CliProfilesOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; that of the user if absent. */
  readonly homeDirectory?: string;
  /**
   * The text of a file in UTF-8; rejects with an error that has the system's `code`, or `NOT_A_FILE` or
   * `TOO_LARGE`.
   */
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

/** A thousand profiles take a third of it. */
const MAX_BYTES = 1_000_000;

/**
 * Reads a file that another program is to have written, which can be anything: a pipe that nobody writes
 * to would be waited for without an end, and a device has none.
 */
async function readText(path: string): Promise<string> {
  // Without this, opening a pipe waits for whoever writes to it. Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK || 0));
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw coded('EISDIR');
    if (!stats.isFile()) throw coded('NOT_A_FILE');
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    // What the size says can be wrong by the time that it is read.
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (length > MAX_BYTES) throw coded('TOO_LARGE');
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
    }
  } finally {
    await file.close();
  }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
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
    case 'NOT_A_FILE':
      return [message('{0} of the Twilio CLI cannot be read: it is not a regular file.', path)];
    case 'TOO_LARGE':
      return [message('{0} of the Twilio CLI cannot be read: it is larger than 1 MB.', path)];
    default:
      return [message('{0} of the Twilio CLI cannot be read ({1}).', path, code)];
  }
}
