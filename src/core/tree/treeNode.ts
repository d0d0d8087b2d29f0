import type { JsonValue } from '../json/jsonValue.ts';
import type { Message, MessageArgument } from '../messages/message.ts';
import type { TaskStatus } from '../resources/taskStatus.ts';
import type { Failure } from '../taskrouter/failure.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';

/**
 * A place in the tree of one profile. The SIDs have the names that command arguments have, so that a
 * row can be one: see `readFetchArgument` and `readOpenArgument`.
 */
export type TreeNode =
  | WorkspaceNode
  | StatusNode
  | GroupNode
  | TaskNode
  | ResourceNode
  | SectionNode
  | FactNode
  | JsonNode
  | LoadMoreNode
  | FailureNode;

interface NodeBase {
  /** Stays the same over refreshes, and is that of no other place. */
  readonly id: string;
  /** The id of the profile whose answer it is. */
  readonly profile: string;
}

interface WorkspaceNode extends NodeBase {
  readonly kind: 'workspace';
  readonly sid: string;
  readonly workspaceSid: string;
  /** Empty if the API gave none. */
  readonly name: string;
  /** A single one is expanded automatically. */
  readonly isOnly: boolean;
}

/** The Tasks of a Workspace that have one status. */
export interface StatusNode extends NodeBase {
  readonly kind: 'status';
  readonly workspaceSid: string;
  readonly status: TaskStatus;
  /** How many Tasks the Workspace has with this status. Absent if not known. */
  readonly count?: number;
  /** Whether a filter can leave out some of these Tasks. */
  readonly narrowed: boolean;
  /** How many rows are shown, and whether there are more. Absent until the list was read. */
  readonly listed?: { readonly rows: number; readonly hasMore: boolean } | undefined;
}

export function isOldestFirst(status: TaskStatus): boolean {
  return status === 'pending';
}

/** The lists of what was set up in a Workspace, in the order of their rows. */
export const groupKinds = [
  'TaskQueues',
  'Workflows',
  'Workers',
  'TaskChannels',
] as const satisfies readonly ResourceList['kind'][];

export type GroupKind = (typeof groupKinds)[number];

export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly workspaceSid: string;
  readonly of: GroupKind;
}

export interface TaskNode extends NodeBase {
  readonly kind: 'task';
  readonly workspaceSid: string;
  readonly taskSid: string;
  /** The row of the list, to the letter. */
  readonly text: string;
  /** When the list had it, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** Anything else that has a document: a row of a group, a reservation, what a Task refers to. */
export interface ResourceNode extends NodeBase {
  readonly kind: 'resource';
  readonly workspaceSid: string;
  readonly sid: string;
  /** The Task that a reservation belongs to. */
  readonly taskSid?: string;
  /** What it is to the Task whose row it stands below. */
  readonly role?: Message;
  /** Empty if the API gave none. */
  readonly name: string;
  /** Its state in a word, such as the activity of a Worker; data. */
  readonly state?: string;
}

/** A part of a Task that opens. */
export type SectionNode = ValueNode | ReservationsNode;

interface ValueNode extends NodeBase {
  readonly kind: 'section';
  readonly of: 'attributes' | 'addons' | 'otherFields';
  /** A string where it holds no JSON object or array. */
  readonly value: JsonValue;
}

export interface ReservationsNode extends NodeBase {
  readonly kind: 'section';
  readonly of: 'reservations';
  readonly workspaceSid: string;
  readonly taskSid: string;
}

export interface FactNode extends NodeBase {
  readonly kind: 'fact';
  readonly label: Message;
  readonly value: FactValue;
}

/** Words, data, or a moment in ms since the epoch with how the API wrote it. */
export type FactValue = MessageArgument | { readonly at: number; readonly text: string };

/** A member of a JSON value. */
export interface JsonNode extends NodeBase {
  readonly kind: 'json';
  /** A key, or an index in an array. */
  readonly label: string;
  readonly value: JsonValue;
}

/** The list goes on: its Load More. */
export interface LoadMoreNode extends NodeBase {
  readonly kind: 'more';
  readonly list: ListNode;
  /** How many rows are shown. */
  readonly count: number;
  /** How many there are. Absent if not known. */
  readonly total?: number;
}

/** What stands in the place of rows that could not be read. */
export interface FailureNode extends NodeBase {
  readonly kind: 'failure';
  readonly failure: Failure;
  /** Whose rows they are; the root's if absent. */
  readonly of?: TreeNode;
}

/** Whether TaskRouter refused the filter of the rows, so that trying again does not help. */
export function isFilterRefused({ failure, of }: FailureNode): boolean {
  return failure.kind === 'badRequest' && of?.kind === 'status' && of.narrowed;
}

/** Whether rows could not be read again. That of a next page has no older rows. */
export function hasFailed(nodes: readonly TreeNode[]): boolean {
  return nodes.some((node) => node.kind === 'failure' && node.of?.kind !== 'more');
}

/** What has the rows of a list below it. */
export type ListNode = StatusNode | GroupNode | ReservationsNode;
