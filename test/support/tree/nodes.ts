import assert from 'node:assert/strict';
import { message } from '../../../src/core/messages/message.ts';
import type { ProfileTree } from '../../../src/core/tree/profileTree.ts';
import type { TreeNode } from '../../../src/core/tree/treeNode.ts';

/** A node of one kind. */
export type NodeOf<Kind extends TreeNode['kind']> = TreeNode & { readonly kind: Kind };

/** The rows at the top of a tree, which must not be empty. */
export async function rootNodes(tree: ProfileTree): Promise<readonly TreeNode[]> {
  const root = await tree.root();
  assert.ok(root.kind === 'rows', 'there is a gap');
  return root.nodes;
}

/** The node at the end of a path from the top; each part is the rest of its id. */
export async function nodeAt(tree: ProfileTree, ...way: readonly string[]): Promise<TreeNode> {
  let nodes = await rootNodes(tree);
  let id = tree.profileId;
  let found: TreeNode | undefined;
  for (const part of way) {
    id += `/${part}`;
    found = nodes.find((node) => node.id === id);
    assert.ok(found !== undefined, `${id} is not among ${nodes.map((node) => node.id).join(', ')}`);
    if (part !== way.at(-1)) nodes = await tree.children(found);
  }
  assert.ok(found !== undefined);
  return found;
}

/** The only node of a kind in a list. */
export function only<Kind extends TreeNode['kind']>(
  nodes: readonly TreeNode[],
  kind: Kind,
): NodeOf<Kind> {
  const [found, ...others] = nodes.filter((node): node is NodeOf<Kind> => node.kind === kind);
  assert.ok(found !== undefined && others.length === 0, `not one ${kind}`);
  return found;
}

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
  status: { ...inWorkspace, kind: 'status', status: 'pending', narrowed: false, count: 3 },
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
