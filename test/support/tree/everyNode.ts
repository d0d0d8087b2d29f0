import { message } from '../../../src/core/messages/message.ts';
import type { TreeNode } from '../../../src/core/tree/treeNode.ts';

const D = '0123456789abcdef0123456789abcdef';
const workspaceSid = `WS${D}`;
const place = { id: 'id', profile: 'acme' };
const inWorkspace = { ...place, workspaceSid };
const group = { ...inWorkspace, kind: 'group', of: 'TaskQueues' } as const;

/** A node of each kind. */
export const everyNode: { readonly [K in TreeNode['kind']]: TreeNode & { readonly kind: K } } = {
  workspace: {
    ...inWorkspace,
    kind: 'workspace',
    sid: workspaceSid,
    name: 'Support',
    isOnly: false,
  },
  status: { ...inWorkspace, kind: 'status', status: 'pending', count: 3 },
  group,
  task: { ...inWorkspace, kind: 'task', taskSid: `WT${D}`, text: '{}', fetchedAt: 0 },
  resource: { ...inWorkspace, kind: 'resource', sid: `WK${D}`, name: 'Ada', state: 'Idle' },
  section: { ...place, kind: 'section', of: 'attributes', value: { kind: 'object', members: [] } },
  fact: { ...place, kind: 'fact', label: message('Priority'), value: '7' },
  json: { ...place, kind: 'json', label: 'key', value: { kind: 'string', token: '"text"' } },
  more: { ...place, kind: 'more', list: group, count: 50 },
  failure: {
    ...{ ...place, kind: 'failure' },
    failure: { kind: 'server', host: 'taskrouter.twilio.com', status: 500 },
  },
};
