import { asRecord, isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import { parseStringToken, printValue } from '../json/jsonValue.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { readTimestamp } from '../resources/timestamp.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import { taskEventKinds, type TaskEvent, type Party } from './taskEvent.ts';

/** Reasons and expressions are read as a whole, but no text fills the page. */
const MAX_TEXT_LENGTH = 1000;

/**
 * What an event tells. Any field may be missing, null or of another type: what was redacted is not
 * documented.
 */
export function readEvent({ sid, text }: ListedResource, present: Presenter): TaskEvent {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const show = (value: unknown) => present.line(textOf(value), MAX_TEXT_LENGTH);
  const data: Record<string, string> = Object.create(null) as Record<string, string>;
  const told = eventData(fields['event_data']);
  for (const [key, value] of Object.entries(told)) {
    // Attributes and add-ons are no line.
    if (!/(?:^|_)(?:attributes|addons)$/.test(key)) data[key] = show(value);
  }
  const attributes = embeddedText(text, told, 'task_attributes');
  const addons = embeddedText(text, told, 'task_addons');
  const resource = partyOf(show(fields['resource_sid']));
  const actor = partyOf(show(fields['actor_sid']));
  const moment = readTimestamp(fields['event_date_ms'], fields['event_date']);
  const type = show(fields['event_type']);
  const parties = {
    worker: partyOf(data['worker_sid'], data['worker_name']),
    reservation:
      partyOf(data['reservation_sid']) ?? (resource?.sid.startsWith('WR') ? resource : undefined),
    queue: partyOf(data['task_queue_sid'], data['task_queue_name']),
    previousQueue: partyOf(data['previous_task_queue_sid'], data['previous_task_queue_name']),
    workflow: partyOf(data['workflow_sid'], data['workflow_name']),
    actor,
  };
  return {
    id: sid,
    eventSid: sid,
    type,
    kind: taskEventKinds.get(type) ?? 'other',
    ...(moment !== undefined && { moment }),
    parties: Object.fromEntries(Object.entries(parties).filter(([, party]) => party !== undefined)),
    data,
    ...(attributes !== undefined && { attributes }),
    ...(addons !== undefined && { addons }),
    origin: {
      actorType: show(fields['actor_type']),
      source: show(fields['source']),
      address: show(fields['source_ip_address']),
    },
    description: show(fields['description']),
    text,
  };
}

/** An object, or a string that holds one. */
function eventData(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'string') return asRecord(value);
  const inner = parseJson(value);
  return asRecord(inner.valid ? inner.value : undefined);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function partyOf(sid = '', name = ''): Party | undefined {
  return sid === '' && name === '' ? undefined : { sid, name };
}

/**
 * JSON inside a string, as TaskRouter writes it, to the letter. What else stands in its place is read once
 * more, as its numbers have lost digits by now.
 */
function embeddedText(
  text: string,
  data: Readonly<Record<string, unknown>>,
  name: 'task_attributes' | 'task_addons',
): string | undefined {
  const value = data[name];
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (value === undefined || value === null) return undefined;
  const tree = new JsonFields(readJsonTree(text)).member('event_data')?.value;
  const inner = tree?.kind === 'string' ? parseStringToken(tree.token) : undefined;
  const whole = inner !== undefined && isJsonContainer(inner) ? readJsonTree(inner) : tree;
  const member = whole && new JsonFields(whole).member(name);
  return member && printValue(member.value);
}

/** The event that brings a reservation into a state is named after it, but for this one. */
const EVENTS = new Map([['wrapping', 'wrapup']]);

/**
 * What the dates of a reservation tell: that it was made, and how it stands if that is not how it
 * began. What was between them is known by events only.
 */
export function eventsOfReservation(
  { sid, text }: ListedResource,
  present: Presenter,
): readonly TaskEvent[] {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const show = (field: string) => {
    const value = fields[field];
    return typeof value === 'string' ? present.line(value) : '';
  };
  const worker = { sid: show('worker_sid'), name: show('worker_name') };
  const eventOf = (type: string, date: unknown): TaskEvent => {
    const moment = readTimestamp(undefined, date);
    return {
      id: `${sid}/${type}`,
      type,
      kind: taskEventKinds.get(type) ?? 'other',
      ...(moment !== undefined && { moment }),
      parties: {
        reservation: { sid, name: '' },
        ...((worker.sid !== '' || worker.name !== '') && { worker }),
      },
      data: {},
      description: '',
      text,
    };
  };
  const status = show('reservation_status');
  const created = eventOf('reservation.created', fields['date_created']);
  if (status === '' || status === 'pending') return [created];
  const now = eventOf(`reservation.${EVENTS.get(status) ?? status}`, fields['date_updated']);
  return [created, now];
}
