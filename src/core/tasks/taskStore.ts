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

/** What is known of a resource under a profile. Replaced as a whole, never changed. */
export interface TaskRecord {
  /** The last good answer. */
  readonly fetched?: FetchedTask;
  /** Why the latest attempt failed; absent once one succeeds. */
  readonly failure?: Failure;
  readonly failedAt?: number;
  /** The profile as it was that brought the last good answer, if it has another account or host by now. */
  readonly formerProfile?: Profile | undefined;
  /** Whether a request is under way. */
  readonly fetching: boolean;
}

/** A resource with what a fetch brought of it. */
export interface FetchedResource {
  readonly resource: ProfiledResource;
  readonly fetched: FetchedTask;
}

/**
 * All Tasks and other resources that were fetched in this window, in memory only. Each has at most one
 * request under way for each profile; who asks meanwhile joins it. Failures are told to whoever waits
 * and noted for the document, but the next fetch asks again.
 */
export class TaskStore {
  readonly #connections: Connections;
  readonly #now: () => number;
  readonly #records = new Map<string, { resource: ProfiledResource; record: TaskRecord }>();
  readonly #requests = new Map<string, SharedRequest<FetchedTask>>();
  /** Requests whose answers are to be kept. */
  readonly #wanted = new WeakSet<SharedRequest<FetchedTask>>();
  /** Requests during which the last one closed what had been fetched before. */
  readonly #released = new WeakSet<SharedRequest<FetchedTask>>();
  readonly #changed = new Listeners<ProfiledResource>();
  readonly #holders = new Map<string, number>();
  readonly #known = new KnownTasks();
  readonly #history = new FetchHistory();

  /** @param now the time in ms since the epoch */
  constructor(connections: Connections, now: () => number = Date.now) {
    this.#connections = connections;
    this.#now = now;
  }

  get(resource: ProfiledResource): TaskRecord | undefined {
    return this.#records.get(resourceKey(resource))?.record;
  }

  /** Keeps what is known of a resource until the result is disposed, whoever lets go of it meanwhile. */
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

  /** Lets go of a resource that nobody looks at any more, unless somebody waits for it or holds it. */
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
   * A few facts of a Task by its SID, under each profile and Workspace that it was fetched from, the
   * latest fetch first. They stay when the rest is let go of, those of the last 500 Tasks.
   */
  knownTasks(taskSid: string): readonly KnownTask[] {
    return this.#known.get(taskSid);
  }

  /** All of them, the latest fetch first. */
  allKnownTasks(): readonly KnownTask[] {
    return this.#known.all();
  }

  /**
   * What is in memory that a profile brought: of each resource the latest fetch, of Tasks also of those that
   * were let go of meanwhile.
   */
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

  /** The last 20 fetches of a Task in this window, the latest last; fewer if they are very long. */
  fetches(task: ProfiledTask): readonly NumberedFetch[] {
    return this.#history.get(task);
  }

  /** Gives no fetch of a Task to come a number up to this one, by which an open document is named. */
  skipFetches(task: ProfiledTask, upTo: number): void {
    this.#history.skip(task, upTo);
  }

  /** Lets go of all that a profile brought which was removed, and says so in its place. */
  dropProfile(profileId: string): void {
    this.#known.deleteProfile(profileId);
    const compared = this.#history.deleteProfile(profileId);
    for (const { resource } of [...this.#records.values()]) {
      if (resource.profileId !== profileId) continue;
      this.#records.delete(resourceKey(resource));
      const failure = { kind: 'unknownProfile', profileId } as const;
      this.#update(resource, { failure, failedAt: this.#now() });
    }
    // Documents of its fetches can be open where that of the Task is not.
    for (const task of compared) if (this.get(task) === undefined) this.#changed.fire(task);
  }

  /**
   * Says of all that a profile brought that it is of an account or host that the profile has left. What was
   * fetched stays, and is not asked for again before `fetch` is called for it, or the profile is back.
   *
   * @param profile as it was
   * @param current as it is now, if it can be used
   */
  leaveHost(profile: Profile, current?: Profile): void {
    const { id } = profile;
    this.#known.deleteProfile(id);
    const compared = this.#history.deleteProfile(id);
    for (const { resource, record } of [...this.#records.values()]) {
      if (resource.profileId !== id) continue;
      // What has brought nothing yet is cut, and leaves nothing to be said.
      if (record.fetched === undefined) continue;
      // It can have left several: what was fetched is of the first.
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

  /** Calls back whenever the record of a resource was replaced. */
  onDidChange(listener: (resource: ProfiledResource) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }

  /**
   * Asks TaskRouter for a resource, or joins the request that does. The request is cut when all who
   * wait for it have aborted.
   *
   * @throws TaskRouterFailure if the request fails, `signal.reason` once the signal is aborted.
   */
  async fetch(resource: ProfiledResource, signal: AbortSignal): Promise<FetchedTask> {
    const request = this.#requestOf(resource, signal);
    this.#wanted.add(request);
    return request.join(signal);
  }

  /**
   * As `fetch`, for who keeps the answer himself: the store lets go of it afterwards, unless it had the
   * resource before and still is to keep it, somebody else fetches it, or `isOpen` says that its
   * document is looked at. What is of a host that its profile has left is not asked for under its name.
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

  /** Settles only after the record is up to date, so that who waited finds it so. */
  async #request(resource: ProfiledResource, signal: AbortSignal): Promise<FetchedTask> {
    try {
      const { source, revoked } = await this.#connections.open(resource.profileId);
      signal.throwIfAborted();
      const answer = await source.fetchResource(resource, signal);
      signal.throwIfAborted();
      // What a removed profile was still answered is not kept.
      revoked.throwIfAborted();
      const fetched = { ...answer, fetchedAt: this.#now() };
      if (isTask(resource)) {
        this.#known.add(resource, fetched.text, fetched.fetchedAt);
        this.#history.add(resource, fetched);
      }
      this.#finish(resource, { fetched });
      return fetched;
    } catch (error) {
      // Where everybody has left, another request may be under way by now: the record is its own.
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
