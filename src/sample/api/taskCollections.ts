import { reservationBody, taskBody } from '../bodies/taskBodies.ts';
import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import {
  bodyRow,
  equalFilters,
  type Collection,
  type Invalid,
  type Row,
  type Selection,
} from './collection.ts';
import { readFittingExpression } from './expression.ts';

/** The raw Tasks of a Workspace. They replace simulated Tasks with the same SID. */
export type RawTasks = (snapshot: WorkspaceSnapshot) => readonly Row[];

/** The Tasks that TaskRouter has not deleted. */
export function taskCollection(rawTasks: RawTasks): Collection {
  return {
    prefix: 'WT',
    key: 'tasks',
    rows: (snapshot) => {
      const raw = rawTasks(snapshot);
      const replaced = new Set(raw.map(({ sid }) => sid));
      const simulated = snapshot.tasks
        .filter(({ deleted }) => !deleted)
        .map((state) => bodyRow(taskBody(snapshot, state), state.createdAt, state.events.length));
      return [...simulated.filter(({ sid }) => !replaced.has(sid)), ...raw];
    },
    select,
  };
}

function select(query: URLSearchParams): Selection | Invalid {
  const equal = equalFilters(query, {
    Priority: 'priority',
    TaskQueueSid: 'task_queue_sid',
    TaskQueueName: 'task_queue_friendly_name',
    WorkflowSid: 'workflow_sid',
    WorkflowName: 'workflow_friendly_name',
    RoutingTarget: 'routing_target',
  });
  if (!/^-?\d*$/.test(query.get('Priority') ?? '')) {
    return { invalid: 'Priority' };
  }
  const statuses = query.getAll('AssignmentStatus').flatMap((list) => list.split(','));
  if (
    statuses.some(
      (status) => !/^(pending|reserved|assigned|wrapping|completed|canceled)$/.test(status),
    )
  ) {
    return { invalid: 'AssignmentStatus' };
  }
  const fits = readFittingExpression(query.get('EvaluateTaskAttributes') ?? '1==1', 'task');
  if (!fits) {
    return { invalid: 'EvaluateTaskAttributes' };
  }
  const ordering = readOrdering(query.get('Ordering') ?? 'DateCreated:asc');
  if (!ordering) {
    return { invalid: 'Ordering' };
  }
  const hasAddons = query.get('HasAddons');
  return {
    keep: (row) =>
      equal(row) &&
      (statuses.length === 0 || statuses.includes(String(row.fields['assignment_status']))) &&
      // Without the parameter, Tasks whose attributes are not JSON are included.
      (!query.has('EvaluateTaskAttributes') || fits(String(row.fields['attributes']))) &&
      (hasAddons === null || String(hasAddonsIn(row)) === hasAddons),
    ...ordering,
  };
}

/** Further than any two dates are apart, in ms: a priority counts before every date. */
const PRIORITY_WEIGHT = 1e13;

/** One order, or two of which the first is by priority. */
function readOrdering(text: string): Pick<Selection, 'order' | 'descending'> | undefined {
  const parts = text.split(',').map((part) => {
    const [by = '', direction = 'asc'] = part.split(':');
    const order = /^(asc|desc)$/.test(direction) ? orders[by] : undefined;
    return order && { by, order, descending: direction === 'desc' };
  });
  const [first, second] = parts;
  if (!first || parts.length > 2) {
    return undefined;
  }
  if (parts.length === 1) {
    return { order: first.order, descending: first.descending };
  }
  if (!second || first.by !== 'Priority' || second.by === 'Priority') {
    return undefined;
  }
  const sign = (descending: boolean) => (descending ? -1 : 1);
  return {
    order: (row) =>
      sign(first.descending) * PRIORITY_WEIGHT * first.order(row) +
      sign(second.descending) * second.order(row),
  };
}

const orders: Readonly<Record<string, ((row: Row) => number) | undefined>> = {
  DateCreated: (row) => row.order,
  VirtualStartTime: (row) => row.order,
  Priority: (row) => Number(row.fields['priority']) || 0,
};

function hasAddonsIn(row: Row): boolean {
  return ![null, undefined, '', '{}'].includes(row.fields['addons'] as string | null | undefined);
}

/** The Reservations of one Task, oldest first. */
export function reservationCollection(taskSid: string): Collection {
  return {
    prefix: 'WR',
    key: 'reservations',
    rows: (snapshot) =>
      snapshot.tasks
        .filter(({ task }) => sidIn(snapshot.workspace, 'WT', task.key) === taskSid)
        .flatMap((state) =>
          state.reservations.map((reservation) =>
            bodyRow(reservationBody(snapshot, state, reservation), reservation.index),
          ),
        ),
    select: (query) => ({
      keep: equalFilters(query, {
        ReservationStatus: 'reservation_status',
        WorkerSid: 'worker_sid',
      }),
    }),
  };
}
