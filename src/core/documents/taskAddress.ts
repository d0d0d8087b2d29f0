import type { ProfiledTask } from '../tasks/profiledTask.ts';
import { parseSid } from '../sids/parseSid.ts';

/** Scheme of all documents of this extension. */
export const TASK_SCHEME = 'taskrouter';

/** The parts of a Uri that say which document it is. */
export interface DocumentAddress {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Profile ids are lower-case slugs, which a Uri's authority keeps as they are. */
const PROFILE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `taskrouter://<profile>/<WS…>/<WT…>.json`, the same for every fetch of that Task. */
export function buildTaskAddress(task: ProfiledTask): DocumentAddress {
  return {
    scheme: TASK_SCHEME,
    authority: task.profileId,
    path: `/${task.workspaceSid}/${task.taskSid}.json`,
    query: '',
    fragment: '',
  };
}

/** The Task whose document has this address; nothing for any other address. */
export function parseTaskAddress(address: DocumentAddress): ProfiledTask | undefined {
  const { scheme, authority: profileId, path, query, fragment } = address;
  const match = /^\/([^/]+)\/([^/]+)\.json$/.exec(path);
  const [, workspaceSid = '', taskSid = ''] = match ?? [];
  const exact =
    scheme === TASK_SCHEME &&
    query === '' &&
    fragment === '' &&
    PROFILE_ID.test(profileId) &&
    parseSid(workspaceSid, 'WS').valid &&
    parseSid(taskSid, 'WT').valid;
  return exact ? { profileId, workspaceSid, taskSid } : undefined;
}
