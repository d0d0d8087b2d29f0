import { l10n, window } from 'vscode';
import { untilAborted } from '../../../core/base/async.ts';
import { pickFields } from '../../../core/json/jsonObject.ts';
import { message } from '../../../core/messages/message.ts';
import type { Connection } from '../../../core/profiles/connection.ts';
import { isSameSid, isSidOf } from '../../../core/sids/sid.ts';
import type { ListedResource } from '../../../core/taskrouter/listPage.ts';
import type { Services } from '../../services.ts';
import { runWithProgress } from '../../ui/progress.ts';
import type { RoutingNames } from './routingNames.ts';

/**
 * Pages of 100 TaskQueues. A Workspace has up to 5,000:
 * https://www.twilio.com/docs/taskrouter/api/task-queue.
 */
const MAX_PAGES = 50;
/** An account may have many Workspaces, and all share its rate limit. */
const MAX_WORKSPACES = 20;

const STATUS_MESSAGE_MS = 3000;

type ReadServices = Pick<Services, 'chooseProfile' | 'recentWorkspaces' | 'runner' | 'load'>;

/**
 * Reads the friendly names of all TaskQueues in the Workspace of one of them. If that Workspace is not known,
 * reads one Workspace after the other until the TaskQueue is found.
 *
 * @param argument the SID of a TaskQueue, with its Workspace and a profile where they are known
 */
export async function readQueueNames(
  argument: unknown,
  services: ReadServices,
  names: RoutingNames,
): Promise<void> {
  const {
    sid,
    workspaceSid,
    profile: named,
  } = pickFields(argument, ...(['sid', 'workspaceSid', 'profile'] as const));
  if (!isSidOf(sid, 'WQ')) return;
  const profileId = await services.chooseProfile(typeof named === 'string' ? named : undefined);
  if (profileId === undefined) return;
  const { connections } = await services.load();
  const work = async (signal: AbortSignal) => {
    const connection = await untilAborted(connections.open(profileId), signal);
    const places = isSidOf(workspaceSid, 'WS')
      ? [workspaceSid]
      : await workspacesOf(connection, services, signal);
    for (const place of places) {
      const rows = await queuesIn(connection, place, signal);
      names.queues.learn(profileId, rows);
      if (rows.some((row) => isSameSid(row.sid, sid))) return rows.length;
    }
    return undefined;
  };
  const read = async () => {
    const count = await runWithProgress(l10n.t('Reading the names of TaskQueues…'), work);
    names.notify();
    if (count === undefined) {
      services.runner.showMessage('information', message('TaskQueue {0} was not found.', sid));
    } else {
      const told = l10n.t('Names of TaskQueues read: {0}', count);
      window.setStatusBarMessage(told, STATUS_MESSAGE_MS);
    }
  };
  await services.runner.run('read the names of TaskQueues', read, profileId);
}

/** SIDs of Workspaces. That of the last successful fetch comes first. */
async function workspacesOf(
  { profile, source }: Connection,
  { recentWorkspaces }: ReadServices,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const last = recentWorkspaces.get(profile);
  const all = last === undefined ? [] : [last];
  for await (const page of source.listWorkspaces(signal)) {
    for (const { sid } of page) if (!all.some((other) => isSameSid(other, sid))) all.push(sid);
    if (all.length >= MAX_WORKSPACES) break;
  }
  return all.slice(0, MAX_WORKSPACES);
}

async function queuesIn(
  { source, revoked }: Connection,
  workspaceSid: string,
  signal: AbortSignal,
): Promise<readonly ListedResource[]> {
  const rows: ListedResource[] = [];
  let next: string | undefined;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const list = { kind: 'TaskQueues', workspaceSid } as const;
    const page = await source.listResources(list, signal, next);
    revoked.throwIfAborted();
    rows.push(...page.rows);
    next = page.next;
    if (next === undefined) break;
  }
  return rows;
}
