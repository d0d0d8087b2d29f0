import { describeFailure } from '../failures/describeFailure.ts';
import { summarizeFailure } from '../failures/summarizeFailure.ts';
import { parseStringToken, type JsonValue } from '../json/jsonValue.ts';
import { message, type Message, type MessageArgument } from '../messages/message.ts';
import { oneLine, shownText } from '../messages/plainText.ts';
import { badgeThemeColor } from '../profiles/profileBadge.ts';
import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Failure } from '../taskrouter/failure.ts';
import { workspaceLabel } from '../taskrouter/resourceLabel.ts';
import {
  isFilterRefused,
  type FactNode,
  type GroupKind,
  type LoadMoreNode,
  type ResourceNode,
  type SectionNode,
  type StatusNode,
  type TaskNode,
  type TreeNode,
} from './treeNode.ts';
import { statusIcon, type RowIcon, type RowContext, type TreeRow } from './treeRow.ts';

const GROUPS: Readonly<Record<GroupKind, { readonly label: Message; readonly icon: RowIcon }>> = {
  TaskQueues: { label: message('TaskQueues'), icon: { name: 'inbox' } },
  Workflows: { label: message('Workflows'), icon: { name: 'git-merge' } },
  Workers: { label: message('Workers'), icon: { name: 'organization' } },
  TaskChannels: { label: message('Task Channels'), icon: { name: 'broadcast' } },
};

const RESOURCE_ICONS: Readonly<Partial<Record<string, string>>> = {
  WQ: 'inbox',
  WW: 'git-merge',
  WK: 'account',
  TC: 'broadcast',
  WR: 'bell',
};

const SECTIONS: Readonly<
  Record<SectionNode['of'], { readonly label: Message; readonly icon: string }>
> = {
  attributes: { label: message('Attributes'), icon: 'json' },
  addons: { label: message('Add-ons'), icon: 'extensions' },
  otherFields: { label: message('Other Fields'), icon: 'ellipsis' },
  reservations: { label: message('Reservations'), icon: 'bell' },
};

/** The row of a node, Tasks apart: what is known of those changes. */
export function describeNode(node: Exclude<TreeNode, TaskNode>, shown: RowContext): TreeRow {
  switch (node.kind) {
    case 'workspace': {
      const label = workspaceLabel({ friendlyName: node.name, sid: node.sid }, shown.present);
      const { badge = {} } = shown;
      const color = badgeThemeColor(badge);
      return {
        label: [label],
        description: badge.text === undefined ? [] : [badge.text],
        spoken: [message('Workspace {0}', label), message('profile {0}', shown.profile)],
        icon: { name: 'layers', ...(color !== undefined && { color }) },
        opens: node.isOnly ? 'open' : 'closed',
        context: 'workspace',
      };
    }
    case 'status': {
      const { status } = node;
      const label = describeStatus(status);
      const size = describeSize(node);
      return {
        label: [label],
        description: size,
        spoken: [message('{0} Tasks', label), ...size],
        icon: statusIcon(status),
        opens: 'closed',
        context: 'status',
      };
    }
    case 'group': {
      const { label, icon } = GROUPS[node.of];
      return { ...plain([label]), icon, opens: 'closed', context: 'group' };
    }
    case 'resource':
      return describeResourceRow(node, shown);
    case 'section': {
      const { label, icon } = SECTIONS[node.of];
      const value = node.of === 'reservations' ? undefined : node.value;
      return {
        ...plain([label], value === undefined ? [] : [describeJson(value)]),
        icon: { name: icon },
        opens: value === undefined ? 'closed' : opensJson(value),
        context: node.of === 'reservations' ? 'reservations' : 'json',
      };
    }
    case 'fact':
      return {
        ...plain([node.label], [factText(node, shown)]),
        icon: { name: 'circle-small' },
        opens: 'never',
        context: 'fact',
      };
    case 'json':
      return {
        ...plain([shownText(node.label)], [describeJson(node.value)]),
        icon: { name: jsonIcon(node.value) },
        opens: opensJson(node.value),
        context: 'json',
      };
    case 'more':
      return {
        ...plain([message('Load More')], [describePart(node)]),
        icon: { name: 'ellipsis' },
        opens: 'never',
        context: 'more',
      };
    case 'failure': {
      const sentence = describeFailure(shown.present.failure(node.failure));
      const words = isFilterRefused(node)
        ? {
            label: [message('Edit Filter…')],
            description: [filterFault(node.failure, shown) ?? sentence],
            spoken: [sentence, message('Press Enter to edit the filter.')],
          }
        : {
            label: [message('Retry: {0}', summarizeFailure(node.failure))],
            description: [sentence],
            spoken: [sentence, message('Press Enter to try again.')],
          };
      return {
        ...words,
        icon: { name: 'warning', color: 'list.warningForeground' },
        opens: 'never',
        context: 'failure',
      };
    }
  }
}

/** How many Tasks a status has. If not all of them have a row, also how many have one. */
function describeSize({ count, narrowed, listed }: StatusNode): readonly MessageArgument[] {
  const isPart = listed !== undefined && (narrowed || listed.hasMore);
  if (isPart) {
    const { rows, hasMore } = listed;
    // Both numbers were read at different times.
    const whole = count === undefined || count < rows ? undefined : count;
    if (whole !== undefined) return [message('{0} of {1}', rows, whole)];
    return hasMore ? [message('{0} shown', rows)] : [rows];
  }
  if (count === undefined) return [];
  return narrowed ? [message('{0} in all', count)] : [count];
}

function describePart({ count, total = 0 }: LoadMoreNode): Message {
  return total > count ? message('{0} of {1} shown', count, total) : message('{0} shown', count);
}

function describeResourceRow(
  { sid, role, name, state }: ResourceNode,
  { present }: RowContext,
): TreeRow {
  const prefix = sid.slice(0, 2) as ResourcePrefix;
  const names = name === '' ? [] : [present.line(name)];
  const states = state === undefined ? [] : [present.line(state)];
  const facts = [...names, ...states, shortenSid(sid)];
  const [first = '', ...others] = facts;
  return {
    label: [role ?? first],
    description: role === undefined ? others : facts,
    spoken: [role ?? resourceKinds[prefix].name, ...facts],
    icon: { name: RESOURCE_ICONS[prefix] ?? 'symbol-misc' },
    opens: 'never',
    context: 'resource',
  };
}

/** What Twilio says of a filter that it refuses. */
export function filterFault(
  failure: Failure,
  { present }: Pick<RowContext, 'present'>,
): Message | undefined {
  const shown = present.failure(failure);
  return shown.kind === 'badRequest' && shown.detail !== undefined
    ? message('Twilio says: “{0}”', shown.detail)
    : undefined;
}

function plain(
  label: readonly MessageArgument[],
  description: readonly MessageArgument[] = [],
): Pick<TreeRow, 'label' | 'description' | 'spoken'> {
  return { label, description, spoken: [...label, ...description] };
}

function factText({ value }: FactNode, { present, clock }: RowContext): MessageArgument {
  if (typeof value === 'string') return present.line(value);
  return typeof value === 'object' && 'at' in value ? clock(value.at) : value;
}

function opensJson(value: JsonValue): TreeRow['opens'] {
  return 'members' in value && value.members.length > 0 ? 'closed' : 'never';
}

function jsonIcon(value: JsonValue): string {
  switch (value.kind) {
    case 'object':
      return 'symbol-object';
    case 'array':
      return 'symbol-array';
    case 'string':
      return 'symbol-string';
    case 'scalar':
      return /^[tf]/.test(value.token)
        ? 'symbol-boolean'
        : value.token === 'null'
          ? 'symbol-null'
          : 'symbol-number';
  }
}

/** A row has no room for more; the tooltip and the document have the whole value. */
const MAX_VALUE_LENGTH = 200;

/** A JSON value in a few words: how much is in it, or what it is, a number with every digit. */
export function describeJson(value: JsonValue): MessageArgument {
  if ('members' in value) {
    const { length } = value.members;
    return value.kind === 'object' ? describeKeys(length) : describeItems(length);
  }
  const text =
    value.kind === 'string' ? `"${oneLine(parseStringToken(value.token))}"` : value.token;
  return text.length <= MAX_VALUE_LENGTH
    ? text
    : `${Array.from(text.slice(0, MAX_VALUE_LENGTH)).slice(0, -1).join('')}…`;
}

function describeKeys(count: number): MessageArgument {
  return count === 1 ? message('1 key') : message('{0} keys', count);
}

function describeItems(count: number): MessageArgument {
  return count === 1 ? message('1 item') : message('{0} items', count);
}
