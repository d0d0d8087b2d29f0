import type { Connections } from '../../../src/core/profiles/connection.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourcePage } from '../../../src/core/taskrouter/listPage.ts';
import type { ResourceList } from '../../../src/core/taskrouter/resourceList.ts';
import type { TaskSource } from '../../../src/core/taskrouter/taskSource.ts';
import type { Workspace } from '../../../src/core/taskrouter/workspace.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { ProfileTree } from '../../../src/core/tree/profileTree.ts';
import type { TreeNode } from '../../../src/core/tree/treeNode.ts';

/** What a source answers; a failure is thrown, a promise waited for until the request is cut. */
export interface Answers {
  workspaces: () => Answer<readonly (readonly Workspace[])[]>;
  statistics: (workspaceSid: string) => Answer<string>;
  list: (list: ResourceList, next?: string) => Answer<ResourcePage>;
  resource: (sid: string) => Answer<string>;
}

type Answer<T> = T | Failure | Promise<T | Failure>;

export const PROFILE = 'acme';
export const WORKSPACE = `WS${'0'.repeat(32)}`;

/** A tree over answers that a test writes down, whose requests it sees and whose clock it sets. */
export function createProfileTree(given: Partial<Answers> = {}) {
  const answers: Answers = {
    workspaces: () => [[{ sid: WORKSPACE, friendlyName: 'Support' }]],
    statistics: () => '{}',
    list: () => ({ rows: [] }),
    resource: (sid) => JSON.stringify({ sid }),
    ...given,
  };
  const clock = { now: 1_000_000 };
  const requests: string[] = [];
  const shown = { masked: false, open: new Set<string>() };
  const ask = <T>(name: string, signal: AbortSignal, answer: () => Answer<T>): Promise<T> => {
    requests.push(name);
    return untilCut(answer, signal);
  };
  const source: TaskSource = {
    async *listWorkspaces(signal) {
      for (const page of await ask('Workspaces', signal, answers.workspaces)) yield page;
    },
    fetchStatistics: ({ workspaceSid }, signal) =>
      ask('RealTimeStatistics', signal, () => answers.statistics(workspaceSid)),
    listResources: (list, signal, next) =>
      ask(nameOf(list, next), signal, () => answers.list(list, next)),
    fetchResource: async (resource, signal) => {
      const sid = resource.sid ?? resource.taskSid ?? resource.workspaceSid;
      return { text: await ask(sid, signal, () => answers.resource(sid)) };
    },
    findFlexWorkspace: () => Promise.resolve(undefined),
  };
  const profile = { id: PROFILE, name: 'Acme', origin: 'stored', sid: '', apiBaseUrl: '' } as const;
  const connections: Connections = {
    open: () => Promise.resolve({ profile, source, revoked: new AbortController().signal }),
  };
  const store = new TaskStore(connections, () => clock.now);
  const learned: Workspace[] = [];
  const tree = new ProfileTree({
    ...{ profileId: PROFILE, connections, store },
    onWorkspaces: (workspaces) => learned.push(...workspaces),
    isOpen: ({ taskSid = '' }) => shown.open.has(taskSid),
    masked: () => shown.masked,
    now: () => clock.now,
  });
  /** As the view does: rows that a fetch has changed. */
  const changed: TreeNode[] = [];
  store.onDidChange((resource) => {
    changed.push(...tree.tasks.update(resource, store.get(resource)));
  });
  return { answers, clock, requests, shown, source, store, tree, learned, changed };
}

/** Rejects with the reason of the signal once it aborts, as the port promises. */
function untilCut<T>(answer: () => Answer<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
    Promise.resolve()
      .then(answer)
      .then((result) => {
        if (isFailure(result)) reject(new TaskRouterFailure(result));
        else resolve(result);
      }, reject);
  });
}

function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && 'kind' in answer;
}

/** Such as `Tasks pending @next`. */
function nameOf(list: ResourceList, next: string | undefined): string {
  const statuses = list.kind === 'Tasks' ? (list.filter.statuses ?? []) : [];
  return [list.kind, ...statuses, ...(next === undefined ? [] : [`@${next}`])].join(' ');
}
