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

const retentionDays = 30;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Events of Tasks, Reservations and Workers, newest first. TaskRouter keeps them for 30 days, see
 * https://www.twilio.com/docs/taskrouter/api/event.
 */
export const eventCollection: Collection = {
  prefix: 'EV',
  key: 'events',
  rows: (snapshot) =>
    facts(snapshot)
      .filter(({ at }) => at > snapshot.now - retentionDays * millisecondsPerDay)
      .map((event) => bodyRow(eventBody(snapshot, event), event.at)),
  select,
};

function facts(snapshot: WorkspaceSnapshot): readonly EventFacts[] {
  return [
    ...snapshot.tasks.flatMap((state) =>
      state.events.map((event, index) => taskEventFacts(snapshot, state, event, index)),
    ),
    ...snapshot.workers.flatMap((state) =>
      state.changes.flatMap((change) => workerEventFacts(snapshot, state, change) ?? []),
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
      // The events of one step are some milliseconds apart, so without an end date all of them are
      // included.
      (endDate === null || row.order <= end) &&
      equal(row) &&
      about({ fields: row.fields['event_data'] as Row['fields'] }),
    descending: true,
  };
}
