import { failureOf } from '../failures/failureOf.ts';
import type { Failure } from '../failures/taskRouterFailure.ts';
import type { ProfiledTask } from '../tasks/profiledTask.ts';
import type { TaskSource } from '../tasks/taskSource.ts';
import type { TaskStore } from '../tasks/taskStore.ts';
import type { Workspace } from '../tasks/workspace.ts';

/** Which Task is looked for, and what is known of where it is. */
export interface WorkspaceSearch {
  readonly profileId: string;
  readonly taskSid: string;
  /** Workspace SIDs to try before any other, the likeliest first. */
  readonly guesses: readonly string[];
  /** Workspace SIDs where the Task is known not to be. */
  readonly ruledOut: readonly string[];
}

/** What a search asks, and whom it tells. */
export interface SearchParts {
  /** Where the answer is found afterwards. */
  readonly store: Pick<TaskStore, 'fetch' | 'forget'>;
  /** Of the same profile. */
  readonly source: Pick<TaskSource, 'findFlexWorkspace' | 'listWorkspaces'>;
  /** Hears of the profile's Workspaces as they are listed. */
  readonly learn: (workspaces: readonly Workspace[]) => void;
  /** Whether somebody looks at the document of a Task: what was answered for it is then kept. */
  readonly isOpen: (task: ProfiledTask) => boolean;
}

export type SearchResult =
  | { readonly kind: 'found'; readonly task: ProfiledTask }
  /** It is in none of these, which are all that the profile sees. */
  | { readonly kind: 'missing'; readonly workspaces: readonly Workspace[] }
  /** It is in none of those that are ruled out by now, and the profile's others are not known. */
  | {
      readonly kind: 'listFailed';
      readonly failure: Failure;
      readonly ruledOut: readonly string[];
    };

/** How many Workspaces are tried at once: an account may have many, and all share its rate limit. */
const AT_ONCE = 4;

type Try = (workspaceSid: string, signal: AbortSignal) => Promise<ProfiledTask | undefined>;

/**
 * Looks for a Task where it can be, and in no Workspace twice: in those guessed, in Flex's, then in
 * those of the profile as they are listed.
 *
 * @throws TaskRouterFailure of the first try that fails otherwise than by `notFound`, for nobody
 * could say then that the Task is nowhere, and `unauthorized` also of the list, for no other request
 * would fare better; `signal.reason` when cancelled
 */
export async function searchWorkspaces(
  search: WorkspaceSearch,
  parts: SearchParts,
  signal: AbortSignal,
): Promise<SearchResult> {
  const { source, learn } = parts;
  const ruledOut = [...search.ruledOut];
  const tryIn: Try = async (workspaceSid, either) => {
    if (ruledOut.some((other) => isSameSid(other, workspaceSid))) return undefined;
    ruledOut.push(workspaceSid);
    const { profileId, taskSid } = search;
    return fetchIfThere({ profileId, workspaceSid, taskSid }, parts, either);
  };

  for (const guess of search.guesses) {
    const task = await tryIn(guess, signal);
    if (task !== undefined) return { kind: 'found', task };
  }
  const flex = await source.findFlexWorkspace(signal);
  const inFlex = flex === undefined ? undefined : await tryIn(flex, signal);
  if (inFlex !== undefined) return { kind: 'found', task: inFlex };

  const workspaces: Workspace[] = [];
  const pages = source.listWorkspaces(signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const page = await pages.next().catch(listFailure);
      if ('kind' in page) return { kind: 'listFailed', failure: page, ruledOut };
      if (page.done === true) return { kind: 'missing', workspaces };
      learn(page.value);
      workspaces.push(...page.value);
      const task = await tryEach(page.value, tryIn, signal);
      if (task !== undefined) return { kind: 'found', task };
    }
  } finally {
    await pages.return?.();
  }
}

/** The Task if it is there. The store keeps no trace of where it is not. */
async function fetchIfThere(
  task: ProfiledTask,
  { store, isOpen }: SearchParts,
  signal: AbortSignal,
): Promise<ProfiledTask | undefined> {
  try {
    await store.fetch(task, signal);
    return task;
  } catch (error) {
    if (!isOpen(task)) store.forget(task);
    if (failureOf(error)?.kind === 'notFound') return undefined;
    throw error;
  }
}

/** Tries some at a time, and cuts those under way when one has found the Task, or has failed. */
async function tryEach(
  workspaces: readonly Workspace[],
  tryIn: Try,
  signal: AbortSignal,
): Promise<ProfiledTask | undefined> {
  const waiting = workspaces.map(({ sid }) => sid);
  const cut = new AbortController();
  const either = AbortSignal.any([signal, cut.signal]);
  let found: ProfiledTask | undefined;
  const tryInTurn = async () => {
    try {
      for (let sid = waiting.shift(); sid !== undefined; sid = waiting.shift()) {
        const task = await tryIn(sid, either);
        if (task === undefined) continue;
        found ??= task;
        cut.abort();
        return;
      }
    } catch (error) {
      // The others then end with the same error, so that it does not matter whose is reported.
      cut.abort(error);
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, tryInTurn));
  if (found !== undefined) return found;
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return undefined;
}

/** A failure after which one may still name a Workspace; throws what is none. */
function listFailure(error: unknown): Failure {
  const failure = failureOf(error);
  const refused = failure?.kind === 'unauthorized' || failure?.kind === 'unauthorizedInRegion';
  if (failure === undefined || refused) throw error;
  return failure;
}

/** Hex digits mean the same in either case. */
function isSameSid(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
