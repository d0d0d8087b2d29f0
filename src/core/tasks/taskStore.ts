import { Listeners } from '../base/listeners.ts';
import { movedFailure, type Connections } from '../profiles/connection.ts';
import type { Profile } from '../profiles/profile.ts';
import { hasSameOwner } from '../profiles/secretVault.ts';
import {
  isTask,
  resourceKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../resources/resourceReference.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import { FetchHistory, type FetchedTask, type NumberedFetch } from './fetchHistory.ts';
import { KnownTasks, type KnownTask } from './knownTasks.ts';
import { SharedRequest } from './sharedRequest.ts';

/** What is known of a resource with a profile. Immutable: an update replaces it. */
export interface TaskRecord {
  /** The last successful answer. */
  readonly fetched?: FetchedTask;
  /** Why the latest attempt failed; absent if it succeeded. */
  readonly failure?: Failure;
  readonly failedAt?: number;
  /** The profile at the time of the last successful answer, if its account or host has changed since. */
  readonly formerProfile?: Profile | undefined;
  /** Whether a request is pending. */
  readonly fetching: boolean;
}

/** A resource with what a fetch brought of it. */
export interface FetchedResource {
  readonly resource: ProfiledResource;
  readonly fetched: FetchedTask;
}

/**
 * All Tasks and other resources fetched in this window, in memory only. There is at most one pending request
 * for each resource and profile, which further callers join. A failure rejects for all callers and is
 * recorded for the document, but not cached: the next fetch sends a request.
 */
export class TaskStore {
  readonly #connections: Connections;
  readonly #now: () => number;
  readonly #records = new Map<string, { resource: ProfiledResource; record: TaskRecord }>();
  readonly #requests = new Map<string, SharedRequest<FetchedTask>>();
  /** Requests whose answers must be kept. */
  readonly #wanted = new WeakSet<SharedRequest<FetchedTask>>();
  /** Pending requests whose resource was released meanwhile. */
  readonly #released = new WeakSet<SharedRequest<FetchedTask>>();
  readonly #changed = new Listeners<ProfiledResource>();
  readonly #holders = new Map<string, number>();
  readonly #known = new KnownTasks();
  readonly #history = new FetchHistory();

  /** @param now returns the time in ms since the epoch */
  constructor(connections: Connections, now: () => number = Date.now) {
    this.#connections = connections;
    this.#now = now;
  }

  get(resource: ProfiledResource): TaskRecord | undefined {
    return this.#records.get(resourceKey(resource))?.record;
  }

  /** Keeps the record of a resource until the result is disposed, even if it is released meanwhile. */
  retain(resource: ProfiledResource): { dispose(): void } {
    const key = resourceKey(resource);
    this.#holders.set(key, (this.#holders.get(key) ?? 0) + 1);
    let held = true;
    const dispose = () => {
      if (!held) return;
      held = false;
      const left = (this.#holders.get(key) ?? 1) - 1;
      if (left > 0) this.#holders.set(key, left);
      else this.#holders.delete(key);
    };
    return { dispose };
  }

  /**
   * Brings back the record of a Task from its last fetch, if that is still kept. Returns whether there is a
   * record to show, of the account and host that the profile has now.
   */
  recall(resource: ProfiledResource): boolean {
    const record = this.get(resource);
    const isMissing = record?.fetched === undefined && isTask(resource);
    const last = isMissing ? this.fetches(resource).at(-1) : undefined;
    if (last !== undefined) {
      this.#update(resource, { ...record, fetched: last });
      return true;
    }
    return record?.fetched !== undefined && record.formerProfile === undefined;
  }

  /** Drops the record of a resource that is no longer shown, unless it is retained or a request is pending. */
  release(resource: ProfiledResource): void {
    const key = resourceKey(resource);
    if (this.#holders.has(key)) return;
    const request = this.#requests.get(key);
    if (request?.abandoned === false) {
      this.#released.add(request);
      return;
    }
    this.#requests.delete(key);
    this.#records.delete(key);
  }

  /**
   * A few facts of a Task by its SID, for each profile and Workspace that it was fetched with, the latest fetch
   * first. They outlive the record, for the last 500 Tasks.
   */
  knownTasks(taskSid: string): readonly KnownTask[] {
    return this.#known.get(taskSid);
  }

  /** The facts of all Tasks, the latest fetch first. */
  allKnownTasks(): readonly KnownTask[] {
    return this.#known.all();
  }

  /** The latest fetch of each resource that a profile fetched, including Tasks that were released since. */
  fetchedBy(profileId: string): readonly FetchedResource[] {
    const kept = [...this.#records.values()].flatMap(
      ({ resource, record: { fetched, formerProfile } }) =>
        resource.profileId === profileId && fetched !== undefined && formerProfile === undefined
          ? [{ resource, fetched }]
          : [],
    );
    const keys = new Set([...this.#records.values()].map(({ resource }) => resourceKey(resource)));
    const closed = this.#history
      .latest(profileId)
      .filter(({ resource }) => !keys.has(resourceKey(resource)));
    return [...kept, ...closed];
  }

  /**
   * Up to 20 fetches of a Task in this window, those that differ in more than its age before others; the latest
   * last.
   */
  fetches(task: ProfiledTask): readonly NumberedFetch[] {
    return this.#history.get(task);
  }

  /** Reserves the numbers up to `upTo`, as a document of an earlier session can have that number. */
  skipFetches(task: ProfiledTask, upTo: number): void {
    this.#history.skip(task, upTo);
  }

  /** Drops everything fetched with a removed profile, and records that as the failure. */
  dropProfile(profileId: string): void {
    this.#known.deleteProfile(profileId);
    const compared = this.#history.deleteProfile(profileId);
    for (const { resource } of [...this.#records.values()]) {
      if (resource.profileId !== profileId) continue;
      this.#records.delete(resourceKey(resource));
      const failure = { kind: 'unknownProfile', profileId } as const;
      this.#update(resource, { failure, failedAt: this.#now() });
    }
    // Documents of earlier fetches can be open although that of the Task is not.
    for (const task of compared) if (this.get(task) === undefined) this.#changed.fire(task);
  }

  /**
   * Marks everything fetched with a profile as from an earlier account or host. The records stay, but only
   * `fetch` requests them again, unless the profile changes back.
   *
   * @param profile the profile before the change
   * @param current the profile after the change, if it can be used
   */
  leaveHost(profile: Profile, current?: Profile): void {
    const { id } = profile;
    this.#known.deleteProfile(id);
    const compared = this.#history.deleteProfile(id);
    for (const { resource, record } of [...this.#records.values()]) {
      if (resource.profileId !== id) continue;
      // Without an answer there is nothing to mark; the pending request is aborted.
      if (record.fetched === undefined) continue;
      // After several changes, the answer is still from the first profile.
      const formerProfile = record.formerProfile ?? profile;
      const isBack = current !== undefined && hasSameOwner(formerProfile, current);
      this.#records.set(resourceKey(resource), {
        resource,
        record: { ...record, formerProfile: isBack ? undefined : formerProfile },
      });
      this.#changed.fire(resource);
    }
    for (const task of compared) if (this.get(task) === undefined) this.#changed.fire(task);
  }

  /** Fires after the record of a resource changes. */
  onDidChange(listener: (resource: ProfiledResource) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }

  /**
   * Requests a resource from TaskRouter, or joins the pending request. The request is aborted when all its
   * callers have canceled.
   *
   * @throws TaskRouterFailure if the request fails, `signal.reason` once the signal is aborted.
   */
  async fetch(resource: ProfiledResource, signal: AbortSignal): Promise<FetchedTask> {
    const request = this.#requestOf(resource, signal);
    this.#wanted.add(request);
    return request.join(signal);
  }

  /**
   * Like `fetch`, for a caller that keeps the answer itself: the store drops the record afterwards, unless it
   * had it before and it was not released meanwhile, another caller fetches it, or `isOpen` returns true.
   * Sends no request if the profile's account or host has changed since the last answer.
   *
   * @throws TaskRouterFailure also `profileMoved`
   */
  async fetchTransient(
    resource: ProfiledResource,
    signal: AbortSignal,
    isOpen: (resource: ProfiledResource) => boolean,
  ): Promise<FetchedTask> {
    const { fetched, formerProfile } = this.get(resource) ?? {};
    if (formerProfile !== undefined) throw new TaskRouterFailure(movedFailure(formerProfile));
    const wasKept = fetched !== undefined;
    const request = this.#requestOf(resource, signal);
    try {
      return await request.join(signal);
    } finally {
      const isKept = wasKept && !this.#released.has(request);
      if (!isKept && !this.#wanted.has(request) && !isOpen(resource)) this.release(resource);
    }
  }

  #requestOf(resource: ProfiledResource, signal: AbortSignal): SharedRequest<FetchedTask> {
    signal.throwIfAborted();
    const key = resourceKey(resource);
    const current = this.#requests.get(key);
    if (current?.abandoned === false) return current;
    const request = new SharedRequest((shared) => this.#request(resource, shared));
    this.#requests.set(key, request);
    this.#update(resource, { fetching: true });
    return request;
  }

  /** Settles only after the record is updated, so that callers see the update. */
  async #request(resource: ProfiledResource, signal: AbortSignal): Promise<FetchedTask> {
    try {
      const { source, revoked } = await this.#connections.open(resource.profileId);
      signal.throwIfAborted();
      const answer = await source.fetchResource(resource, signal);
      signal.throwIfAborted();
      // An answer for a removed profile is not kept.
      revoked.throwIfAborted();
      const fetched = { ...answer, fetchedAt: this.#now() };
      if (isTask(resource)) {
        this.#known.add(resource, fetched.text, fetched.fetchedAt);
        this.#history.add(resource, fetched);
      }
      this.#finish(resource, { fetched });
      return fetched;
    } catch (error) {
      // If all callers canceled, a newer request can be pending, which then updates the record instead.
      const current = this.#requests.get(resourceKey(resource));
      if (!signal.aborted || current?.abandoned === true) {
        const failure = signal.aborted ? undefined : asFailure(error);
        if (failure?.kind === 'notFound' && isTask(resource)) this.#known.delete(resource);
        this.#finish(resource, failure === undefined ? {} : { failure, failedAt: this.#now() });
      }
      throw error;
    }
  }

  #finish(resource: ProfiledResource, outcome: Partial<TaskRecord>): void {
    this.#requests.delete(resourceKey(resource));
    this.#update(resource, { ...outcome, fetching: false });
  }

  #update(resource: ProfiledResource, change: Partial<TaskRecord>): void {
    const previous = this.get(resource);
    const kept = change.fetched === undefined ? previous : undefined;
    this.#records.set(resourceKey(resource), {
      resource,
      record: { ...kept, fetching: false, ...change },
    });
    this.#changed.fire(resource);
  }
}
