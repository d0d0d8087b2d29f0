import type { TaskRouterServer } from '../server/taskRouterServer.ts';

/** What a test says of an event; the rest is as it would be. */
export interface PutEvent {
  readonly type: string;
  /** In ms since the epoch. */
  readonly at: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly description?: string;
}

/** Lets every list of events have these, which the simulation would not come to by itself. */
export function answerEvents(server: TaskRouterServer, events: readonly PutEvent[]): void {
  const rows = events.map(({ type, at, data = {}, description = '' }, index) => ({
    sid: `EV${index.toString(16).padStart(32, '0')}`,
    event_type: type,
    event_date: new Date(at).toISOString().replace(/\.\d+/, ''),
    event_date_ms: at,
    event_data: data,
    description,
  }));
  const body = JSON.stringify({ events: rows, meta: { key: 'events', next_page_url: null } });
  server.fault({ match: '/Events?', times: Infinity, status: 200, body });
}
