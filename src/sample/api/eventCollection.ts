import {
  eventBody,
  taskEventFacts,
  workerEventFacts,
  type EventFacts,
} from '../bodies/eventBodies.ts';
import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import {
  bodyRow,
  equalFilters,
  type Collection,
  type Invalid,
  type Row,
  type Selection,
} from './collection.ts';

const keptDays = 30;
const millisecondsADay = 24 * 60 * 60 * 1000;

/** Events of Tasks, reservations and Workers, newest first. TaskRouter keeps them 30 days. */
export const eventCollection: Collection = {
  prefix: 'EV',
  key: 'events',
  rows: (moment) =>
    facts(moment)
      .filter(({ at }) => at > moment.now - keptDays * millisecondsADay)
      .map((event) => bodyRow(eventBody(moment, event), event.at)),
  select,
};

function facts(moment: WorkspaceSnapshot): readonly EventFacts[] {
  return [
    ...moment.tasks.flatMap((state) =>
      state.events.map((event, index) => taskEventFacts(moment, state, event, index)),
    ),
    ...moment.workers.flatMap((state) =>
      state.changes.flatMap((change) => workerEventFacts(moment, state, change) ?? []),
    ),
  ];
}

function select(query: URLSearchParams, { now }: WorkspaceSnapshot): Selection | Invalid {
  const minutes = query.get('Minutes') ?? '15';
  if (!/^\d{1,6}$/.test(minutes)) {
    return { invalid: 'Minutes' };
  }
  const [startDate, endDate] = [query.get('StartDate'), query.get('EndDate')];
  const end = endDate === null ? now : Date.parse(endDate);
  const start = startDate === null ? end - Number(minutes) * 60_000 : Date.parse(startDate);
  if (Number.isNaN(end) || Number.isNaN(start)) {
    return { invalid: Number.isNaN(end) ? 'EndDate' : 'StartDate' };
  }
  const equal = equalFilters(query, { EventType: 'event_type', Sid: 'sid' });
  const about = equalFilters(query, {
    TaskSid: 'task_sid',
    WorkerSid: 'worker_sid',
    ReservationSid: 'reservation_sid',
    TaskQueueSid: 'task_queue_sid',
    WorkflowSid: 'workflow_sid',
    TaskChannel: 'task_channel_unique_name',
  });
  return {
    keep: (row: Row) =>
      row.order >= start &&
      // What one step causes is spread over some milliseconds: without an end, all of it counts.
      (endDate === null || row.order <= end) &&
      equal(row) &&
      about({ fields: row.fields['event_data'] as Row['fields'] }),
    descending: true,
  };
}
