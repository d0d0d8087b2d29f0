import { fieldsOf, parseJson } from '../json/jsonObject.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import type { GroupNode, ReservationsNode, ResourceNode } from './treeNode.ts';

/** Which fields of a row tell it from its neighbours, the first that is there. */
const NAMES = ['friendly_name', 'worker_name', 'unique_name'];
const STATES = ['reservation_status', 'activity_name'];

/** The node of a row of a list that is none of Tasks. */
export function resourceRow(
  list: GroupNode | ReservationsNode,
  { sid, text }: ListedResource,
): ResourceNode {
  const { id, profile, workspaceSid } = list;
  const answer = parseJson(text);
  const fields = fieldsOf(answer.valid ? answer.value : undefined);
  const first = (names: readonly string[]) =>
    names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  const [name, state] = [first(NAMES), first(STATES)];
  return {
    kind: 'resource',
    id: `${id}/${sid}`,
    profile,
    workspaceSid,
    sid,
    ...(list.kind === 'section' && { taskSid: list.taskSid }),
    name: typeof name === 'string' ? name : '',
    ...(typeof state === 'string' && { state }),
  };
}
