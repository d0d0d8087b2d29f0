import type { AccountCheck } from '../core/profiles/accountCheck.ts';
import type { Connection, Connections } from '../core/profiles/connection.ts';
import type { CredentialDraft } from '../core/profiles/credentials.ts';
import type { Profile } from '../core/profiles/profile.ts';
import type { ProfileDirectory } from '../core/profiles/profileDirectory.ts';
import { hasSameOwner, type SecretVault } from '../core/profiles/secretVault.ts';
import { endpointHosts } from '../core/profiles/storedProfile.ts';
import { TaskRouterFailure } from '../core/taskrouter/failure.ts';
import type { ClientOptions, Credentials } from './clientOptions.ts';
import type { EnvironmentProfile } from './credentials/environmentProfile.ts';
import type { RequestGate } from './http/requestGate.ts';
import { logRequest, type RequestLogEntry } from './http/requestLog.ts';

export interface ProfileConnectionsOptions extends Pick<
  ClientOptions,
  'version' | 'timeoutSeconds'
> {
  /** Called with a line for each request. */
  readonly log: (line: string) => void;
  readonly directory: ProfileDirectory;
  readonly vault: SecretVault;
  readonly environment: EnvironmentProfile;
}

/**
 * Opens connections with each profile's own credentials and host, and revokes them when the profile
 * is removed.
 */
export class ProfileConnections implements Connections {
  readonly #options: ProfileConnectionsOptions;
  readonly #opened = new Map<string, OpenedProfile>();
  readonly #subscription: { dispose(): unknown };
  readonly #log = (entry: RequestLogEntry): void => {
    this.#options.log(logRequest(entry));
  };

  constructor(options: ProfileConnectionsOptions) {
    this.#options = options;
    const { directory } = options;
    this.#subscription = directory.onDidChange(() => {
      for (const { profile } of [...this.#opened.values()]) this.#revokeUnless(profile);
    });
  }

  async open(profileId: string): Promise<Connection> {
    const { version, timeoutSeconds } = this.#options;
    const profile = this.#find(profileId);
    const opened = this.#trackOpened(profile);
    const { signal: revoked } = opened.controller;
    const { TaskRouterClient } = await loadClient();
    const credentials = await this.#credentials(profile);
    // The profile may have been removed, or moved to another host, in the meantime.
    if (!hasSameOwner(this.#find(profileId), profile)) opened.controller.abort();
    revoked.throwIfAborted();
    const { gate } = opened;
    const options = { profile, credentials, version, timeoutSeconds, revoked, gate };
    const source = new TaskRouterClient({ ...options, log: this.#log });
    opened.gate = source.gate;
    return { profile, source, revoked };
  }

  /**
   * Verifies credentials that are not stored yet, with one request to their endpoint.
   *
   * @throws TaskRouterFailure if they do not work; `signal.reason` if cancelled
   */
  async check(draft: CredentialDraft, signal: AbortSignal): Promise<AccountCheck> {
    const { version, timeoutSeconds } = this.#options;
    const { sid, secret, place } = draft;
    const hosts = endpointHosts(place);
    if (hosts === undefined) throw new TaskRouterFailure({ kind: 'baseUrlNotAllowed' });
    const { TaskRouterClient } = await loadClient();
    const profile = { id: 'draft', name: sid, origin: 'stored', sid, ...hosts } as const;
    const credentials = { username: sid, password: secret };
    const client = new TaskRouterClient({
      ...{ profile, credentials, version, timeoutSeconds },
      log: this.#log,
    });
    return client.check(signal);
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { controller } of this.#opened.values()) controller.abort();
  }

  #find(profileId: string): Profile {
    const listed = this.#options.directory.find(profileId);
    if (listed === undefined) {
      // The profile of the environment may be missing because of a fault that can be explained.
      const fault = profileId === 'env' ? this.#options.environment.fault() : undefined;
      throw new TaskRouterFailure(fault ?? { kind: 'unknownProfile', profileId });
    }
    if ('fault' in listed) throw new TaskRouterFailure(listed.fault);
    return listed;
  }

  async #credentials(profile: Profile): Promise<Credentials> {
    const { id, name, sid, origin } = profile;
    const { environment, vault } = this.#options;
    if (origin === 'environment') return environment.credentials();
    const secret = await vault.read(profile);
    if (secret.found) return { username: sid, password: secret.secret };
    throw new TaskRouterFailure({
      kind: 'secretUnavailable',
      profileId: id,
      profileName: name,
      reason: secret.reason,
    });
  }

  #trackOpened(profile: Profile): OpenedProfile {
    this.#revokeUnless(profile);
    const opened = this.#opened.get(profile.id) ?? { profile, controller: new AbortController() };
    this.#opened.set(profile.id, opened);
    return opened;
  }

  /** Revokes a connection whose profile was removed, or now uses another host or account. */
  #revokeUnless({ id }: Profile): void {
    const opened = this.#opened.get(id);
    const listed = this.#options.directory.find(id);
    if (opened === undefined) return;
    if (listed !== undefined && !('fault' in listed) && hasSameOwner(listed, opened.profile))
      return;
    this.#opened.delete(id);
    opened.controller.abort();
  }
}

interface OpenedProfile {
  readonly profile: Profile;
  readonly controller: AbortController;
  /** Shared by all clients of the profile. Created by the first, as its code is loaded lazily. */
  gate?: RequestGate;
}

/** Loaded lazily, as the client makes up much of this extension's code. */
function loadClient() {
  return import('./taskRouterClient.ts');
}
