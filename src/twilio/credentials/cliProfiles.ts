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
  /** An absolute path. By default, the user's home directory. */
  readonly homeDirectory?: string;
  /**
   * Reads a UTF-8 file. Rejects with an error whose `code` is the system's, `NOT_A_FILE` or
   * `TOO_LARGE`.
   */
  readonly readFile?: (path: string) => Promise<string>;
}

interface ConfigContents {
  readonly profiles: readonly CliProfile[];
  readonly notes: readonly Message[];
}

/**
 * The credentials that the Twilio CLI would use on this machine: those in the environment, and the
 * profiles in its file, which stores their secrets unencrypted. Only reads, and keeps nothing in
 * memory.
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

  async #readConfig(): Promise<ConfigContents> {
    const { environment, homeDirectory = homedir(), readFile: read = readText } = this.#options;
    const { TWILIO_CONFIG_DIR: folder = '' } = environment;
    const path = join(folder === '' ? join(homeDirectory, '.twilio-cli') : folder, 'config.json');
    try {
      const result = readCliConfig(await read(path));
      if (result.valid) return { profiles: result.profiles, notes: [] };
      const note = message('Could not read {0} of the Twilio CLI. It is not a JSON object.', path);
      return { profiles: [], notes: [note] };
    } catch (error) {
      return { profiles: [], notes: describeReadError(error, path) };
    }
  }
}

/** About three times the size of a file with a thousand profiles. */
const MAX_BYTES = 1_000_000;

/**
 * Reads a file written by another program. The path may also be a pipe that never gets any data, or
 * a device that never ends, so only regular files are read.
 */
async function readText(path: string): Promise<string> {
  // Without `O_NONBLOCK`, opening a pipe blocks until it has a writer. Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK || 0));
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw errorWithCode('EISDIR');
    if (!stats.isFile()) throw errorWithCode('NOT_A_FILE');
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    // The file can grow after `stat`, so the limit is checked while reading.
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (length > MAX_BYTES) throw errorWithCode('TOO_LARGE');
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
    }
  } finally {
    await file.close();
  }
}

function errorWithCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function describeReadError(error: unknown, path: string): readonly Message[] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      // The Twilio CLI is not used on this machine.
      return [];
    case 'EACCES':
    case 'EPERM':
      return [message('Could not read {0} of the Twilio CLI. Permission denied.', path)];
    case 'NOT_A_FILE':
      return [message('Could not read {0} of the Twilio CLI. It is not a regular file.', path)];
    case 'TOO_LARGE':
      return [message('Could not read {0} of the Twilio CLI. It is larger than 1 MB.', path)];
    default:
      return [message('Could not read {0} of the Twilio CLI ({1}).', path, code)];
  }
}
