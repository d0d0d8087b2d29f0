import { message, type Message } from '../../messages/message.ts';
import { isSidOf, shortenSid } from '../../sids/sid.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../../taskrouter/failure.ts';
import type { TaskSource } from '../../taskrouter/taskSource.ts';
import type { Workspace } from '../../taskrouter/workspace.ts';

/** A Task found by a search. */
export interface FoundTask {
  readonly workspace: Workspace;
  readonly taskSid: string;
  /** The unchanged row of the list. */
  readonly text: string;
}

export interface TaskSearchResult {
  /** At most one page of each Workspace, newest first; the Workspaces in the order of the API. */
  readonly found: readonly FoundTask[];
  /** The Workspaces that have more than one page of results. */
  readonly more: readonly Workspace[];
  /** The Workspaces that could not be searched, and why. */
  readonly failures: readonly { readonly workspace: Workspace; readonly failure: Failure }[];
  /** All Workspaces of the search. */
  readonly workspaces: readonly Workspace[];
}

/**
 * Searches all Workspaces of a profile for Tasks whose attributes match an expression, with one request for
 * each Workspace.
 *
 * @param onWorkspaces receives the Workspaces as they are listed
 * @throws TaskRouterFailure if the Workspaces cannot be listed, or none of them can be searched;
 * `signal.reason` if canceled
 */
export async function searchTasks(
  source: Pick<TaskSource, 'listWorkspaces' | 'listResources'>,
  expression: string,
  onWorkspaces: (workspaces: readonly Workspace[]) => void,
  signal: AbortSignal,
): Promise<TaskSearchResult> {
  const listed = new Map<string, Workspace>();
  for await (const page of source.listWorkspaces(signal)) {
    onWorkspaces(page);
    for (const workspace of page) listed.set(workspace.sid, workspace);
  }
  const workspaces = [...listed.values()];
  const searches = workspaces.map((workspace) => searchIn(source, workspace, expression, signal));
  const results = await Promise.all(searches);
  const failures = results.flatMap((result) => ('failure' in result ? [result] : []));
  const [first] = failures;
  if (first !== undefined && failures.length === workspaces.length) {
    throw new TaskRouterFailure(first.failure);
  }
  const found = results.flatMap((result) => ('found' in result ? result.found : []));
  const more = results.flatMap((result) => ('more' in result ? result.more : []));
  return { found, more, failures, workspaces };
}

type WorkspaceResult =
  | { readonly found: readonly FoundTask[]; readonly more: readonly Workspace[] }
  | { readonly workspace: Workspace; readonly failure: Failure };

async function searchIn(
  source: Pick<TaskSource, 'listResources'>,
  workspace: Workspace,
  expression: string,
  signal: AbortSignal,
): Promise<WorkspaceResult> {
  const list = { kind: 'Tasks', workspaceSid: workspace.sid, filter: { expression } } as const;
  try {
    const { rows, next } = await source.listResources(list, signal);
    const found = rows.map(({ sid: taskSid, text }) => ({ workspace, taskSid, text }));
    return { found, more: next === undefined ? [] : [workspace] };
  } catch (error) {
    const failure = asFailure(error);
    if (failure === undefined) throw error;
    return { workspace, failure };
  }
}

/**
 * Explains that no Task was found, and why it may not exist any more.
 *
 * @param sought what was searched for, as it is shown; absent if it was an expression
 */
export function describeNoResults(
  sought: string | undefined,
  workspaceCount: number,
  profile: string,
): Message {
  const what =
    sought === undefined
      ? message('that expression')
      : isSidOf(sought, '')
        ? shortenSid(sought)
        : message('“{0}”', sought);
  const where =
    workspaceCount === 1
      ? message('in the Workspace that the profile “{0}” sees', profile)
      : message('in the {0} Workspaces that the profile “{1}” sees', workspaceCount, profile);
  return message(
    'No Task {0} has {1} in its attributes. It may have been deleted, or belong to another account. TaskRouter deletes a Task some minutes after it ends.',
    where,
    what,
  );
}
