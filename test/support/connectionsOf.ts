import type { Connections } from '../../src/core/profiles/connection.ts';
import type { ProfiledTask } from '../../src/core/resources/resourceReference.ts';
import { TaskRouterFailure } from '../../src/core/taskrouter/failure.ts';
import type { TaskSource } from '../../src/core/taskrouter/taskSource.ts';

const unwanted = () => Promise.reject(new Error('not asked for here'));

/** Connections of every profile to a source that a test provides. There is no profile `gone`. */
export function connectionsOf(
  parts: Partial<TaskSource>,
  revoked: AbortSignal = new AbortController().signal,
): Connections {
  const source: TaskSource = {
    fetchResource: unwanted,
    listResources: unwanted,
    fetchStatistics: unwanted,
    findFlexWorkspace: unwanted,
    listWorkspaces: () => {
      throw new Error('not asked for here');
    },
    ...parts,
  };
  return {
    open: (id) => {
      if (id === 'gone') {
        return Promise.reject(new TaskRouterFailure({ kind: 'unknownProfile', profileId: id }));
      }
      const profile = { id, name: id, origin: 'stored', sid: '', apiBaseUrl: '' } as const;
      return Promise.resolve({ revoked, profile, source });
    },
  };
}

/** A Task that differs from those with other numbers. */
export function numberedTask(number: number, profileId = 'env'): ProfiledTask {
  const digits = (value: number) => String(value).padStart(32, '0');
  return { profileId, workspaceSid: `WS${digits(0)}`, taskSid: `WT${digits(number)}` };
}
