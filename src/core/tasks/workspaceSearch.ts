import type { ProfiledResource } from '../resources/resourceReference.ts';
import { isSameSid } from '../sids/sid.ts';
import { asFailure, type Failure } from '../taskrouter/failure.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { Workspace } from '../taskrouter/workspace.ts';
import type { TaskStore } from './taskStore.ts';

/** Which Task or other resource is looked for, and what is known of where it is. */
export interface WorkspaceSearch<R extends ProfiledResource> {
  /** What it is if it is in that Workspace. */
  readonly resourceIn: (workspaceSid: string) => R;
  /** Workspace SIDs to try before any other, the likeliest first. */
  readonly guesses: readonly string[];
  /** Workspace SIDs where it is known not to be. */
  readonly ruledOut: readonly string[];
}

/** What a search asks, and whom it tells. */
export interface SearchContext {
  /** Where the answer is found afterwards. */
  readonly store: Pick<TaskStore, 'fetch' | 'release'>;
  /** Of the same profile. */
  readonly source: Pick<TaskSource, 'findFlexWorkspace' | 'listWorkspaces'>;
  /** Hears of the profile's Workspaces as they are listed. */
  readonly onWorkspaces: (workspaces: readonly Workspace[]) => void;
  /** Whether somebody looks at its document: what was answered for it is then kept. */
  readonly isOpen: (resource: ProfiledResource) => boolean;
}

export type SearchResult<R extends ProfiledResource> =
  | { readonly kind: 'found'; readonly resource: R }
  /** It is in none of these, which are all that the profile sees. */
  | { readonly kind: 'missing'; readonly workspaces: readonly Workspace[] }
  /** It is in none of those that are ruled out by now, and the profile's others are not known. */
  | {
      readonly kind: 'listFailed';
      readonly failure: Failure;
      readonly ruledOut: readonly string[];
    };

/** How many Workspaces are tried at once: an account may have many, and all share its rate limit. */
const MAX_CONCURRENT = 4;

type Try<R> = (workspaceSid: string, signal: AbortSignal) => Promise<R | undefined>;

/**
 * Looks for a Task or another resource where it can be, and in no Workspace twice: in those guessed, in Flex's, then in
 * those of the profile as they are listed.
 *
 * @throws TaskRouterFailure of the first try that fails otherwise than by `notFound`, for nobody
 * could say then that it is nowhere, and `unauthorized` also of the list, for no other request
 * would fare better; `signal.reason` when cancelled
 */
export async function searchWorkspaces<R extends ProfiledResource>(
  search: WorkspaceSearch<R>,
  parts: SearchContext,
  signal: AbortSignal,
): Promise<SearchResult<R>> {
  const { source, onWorkspaces } = parts;
  const ruledOut = [...search.ruledOut];
  const tryIn: Try<R> = async (workspaceSid, either) => {
    if (ruledOut.some((other) => isSameSid(other, workspaceSid))) return undefined;
    ruledOut.push(workspaceSid);
    return fetchIfThere(search.resourceIn(workspaceSid), parts, either);
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

/** The resource if it is there. The store keeps no trace of where it is not. */
async function fetchIfThere<R extends ProfiledResource>(
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

/** Tries some at a time, and cuts those under way when one has found it, or has failed. */
async function tryEach<R>(
  workspaces: readonly Workspace[],
  tryIn: Try<R>,
  signal: AbortSignal,
): Promise<R | undefined> {
  const waiting = workspaces.map(({ sid }) => sid);
  const cut = new AbortController();
  const either = AbortSignal.any([signal, cut.signal]);
  let found: R | undefined;
  const tryInTurn = async () => {
    try {
      for (let sid = waiting.shift(); sid !== undefined; sid = waiting.shift()) {
        const resource = await tryIn(sid, either);
        if (resource === undefined) continue;
        found ??= resource;
        cut.abort();
        return;
      }
    } catch (error) {
      // The others then end with the same error, so that it does not matter whose is reported.
      cut.abort(error);
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: MAX_CONCURRENT }, tryInTurn));
  if (found !== undefined) return found;
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return undefined;
}

/** After these no Workspace can be read, whichever is named. */
const FATAL_KINDS: ReadonlySet<Failure['kind']> = new Set([
  'unauthorized',
  'unauthorizedInRegion',
  'notServed',
]);

/** A failure after which one may still name a Workspace; throws what is none. */
function asListFailure(error: unknown): Failure {
  const failure = asFailure(error);
  if (failure === undefined || FATAL_KINDS.has(failure.kind)) throw error;
  return failure;
}
