import type { ProfiledResource } from '../../resources/resourceReference.ts';
import { isSameSid } from '../../sids/sid.ts';
import { asFailure, type Failure } from '../../taskrouter/failure.ts';
import type { TaskSource } from '../../taskrouter/taskSource.ts';
import type { Workspace } from '../../taskrouter/workspace.ts';
import type { TaskStore } from '../taskStore.ts';

/** The resource to find, and what is known about its Workspace. */
export interface WorkspaceSearch<R extends ProfiledResource> {
  /** The reference to the resource, if it is in that Workspace. */
  readonly resourceIn: (workspaceSid: string) => R;
  /** SIDs of the Workspaces to try first, the most likely one first. */
  readonly guesses: readonly string[];
  /** SIDs of Workspaces that are known not to have it. */
  readonly ruledOut: readonly string[];
}

/** What a search uses and whom it notifies. */
export interface SearchContext {
  /** Has the answer afterwards. */
  readonly store: Pick<TaskStore, 'fetch' | 'release'>;
  /** The source of the same profile. */
  readonly source: Pick<TaskSource, 'findFlexWorkspace' | 'listWorkspaces'>;
  /** Receives the profile's Workspaces as they are listed. */
  readonly onWorkspaces: (workspaces: readonly Workspace[]) => void;
  /** Whether the document of a resource is open, so that its record is kept. */
  readonly isOpen: (resource: ProfiledResource) => boolean;
}

export type SearchResult<R extends ProfiledResource> =
  | { readonly kind: 'found'; readonly resource: R }
  /** None of these Workspaces has it, which are all that the profile can access. */
  | { readonly kind: 'missing'; readonly workspaces: readonly Workspace[] }
  /** None of `ruledOut` has it, and the profile's other Workspaces are unknown. */
  | {
      readonly kind: 'listFailed';
      readonly failure: Failure;
      readonly ruledOut: readonly string[];
    };

/** How many Workspaces are tried at the same time: all share the account's rate limit. */
const MAX_CONCURRENT = 4;

type Try<R> = (workspaceSid: string, signal: AbortSignal) => Promise<R | undefined>;

/**
 * Finds the Workspace of a resource. Tries the guesses, then Flex's Workspace, then those of the profile as
 * they are listed, and none of them twice.
 *
 * @throws TaskRouterFailure if a request fails except with `notFound`, as the search is then incomplete; a
 * failure of the list itself only if it is one of {@link FATAL_KINDS}. `signal.reason` if canceled
 */
export async function searchWorkspaces<R extends ProfiledResource>(
  search: WorkspaceSearch<R>,
  context: SearchContext,
  signal: AbortSignal,
): Promise<SearchResult<R>> {
  const { source, onWorkspaces } = context;
  const ruledOut = [...search.ruledOut];
  const tryIn: Try<R> = async (workspaceSid, either) => {
    if (ruledOut.some((other) => isSameSid(other, workspaceSid))) return undefined;
    ruledOut.push(workspaceSid);
    return fetchIfPresent(search.resourceIn(workspaceSid), context, either);
  };

  for (const guess of search.guesses) {
    const resource = await tryIn(guess, signal);
    if (resource !== undefined) return { kind: 'found', resource };
  }
  const flex = await source.findFlexWorkspace(signal);
  const inFlex = flex === undefined ? undefined : await tryIn(flex, signal);
  if (inFlex !== undefined) return { kind: 'found', resource: inFlex };

  const workspaces: Workspace[] = [];
  const pages = source.listWorkspaces(signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const page = await pages.next().catch(asListFailure);
      if ('kind' in page) return { kind: 'listFailed', failure: page, ruledOut };
      if (page.done === true) return { kind: 'missing', workspaces };
      onWorkspaces(page.value);
      for (const workspace of page.value) workspaces.push(workspace);
      const resource = await tryEach(page.value, tryIn, signal);
      if (resource !== undefined) return { kind: 'found', resource };
    }
  } finally {
    await pages.return?.();
  }
}

/** Returns the resource if it exists. Otherwise, the store keeps no record of the attempt. */
async function fetchIfPresent<R extends ProfiledResource>(
  resource: R,
  { store, isOpen }: SearchContext,
  signal: AbortSignal,
): Promise<R | undefined> {
  try {
    await store.fetch(resource, signal);
    return resource;
  } catch (error) {
    if (!isOpen(resource)) store.release(resource);
    if (asFailure(error)?.kind === 'notFound') return undefined;
    throw error;
  }
}

/** Tries several Workspaces at a time, and aborts the other requests once one succeeds or fails. */
async function tryEach<R>(
  workspaces: readonly Workspace[],
  tryIn: Try<R>,
  signal: AbortSignal,
): Promise<R | undefined> {
  const waiting = workspaces.map(({ sid }) => sid);
  const others = new AbortController();
  const either = AbortSignal.any([signal, others.signal]);
  let found: R | undefined;
  const tryInTurn = async () => {
    try {
      for (let sid = waiting.shift(); sid !== undefined; sid = waiting.shift()) {
        const resource = await tryIn(sid, either);
        if (resource === undefined) continue;
        found ??= resource;
        others.abort();
        return;
      }
    } catch (error) {
      // The others then reject with the same error, so it does not matter which one is reported.
      others.abort(error);
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: MAX_CONCURRENT }, tryInTurn));
  if (found !== undefined) return found;
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return undefined;
}

/** Failures of the list after which no Workspace can be read, even if the user names one. */
const FATAL_KINDS: ReadonlySet<Failure['kind']> = new Set([
  'unauthorized',
  'unauthorizedInRegion',
  'notServed',
]);

/** Returns a failure after which the user can still name a Workspace. Throws any other error. */
function asListFailure(error: unknown): Failure {
  const failure = asFailure(error);
  if (failure === undefined || FATAL_KINDS.has(failure.kind)) throw error;
  return failure;
}
