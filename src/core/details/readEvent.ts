import { fieldsOf } from '../json/fieldsOf.ts';
import { parseJson } from '../json/parseJson.ts';
import type { ListedResource } from '../lists/resourcePage.ts';
import { shownText } from '../messages/shownText.ts';
import type { Happening, Party } from './happening.ts';
import { happeningKinds } from './happeningKinds.ts';
import { readMoment } from './readMoment.ts';

/** Reasons and expressions are read as a whole, but no text fills the page. */
const LONGEST = 1000;

/**
 * What an event tells. Any field may be missing, null or of another type: what was redacted is not
 * documented.
 */
export function readEvent({ sid, text }: ListedResource, masked: boolean): Happening {
  const answer = parseJson(text);
  const fields = fieldsOf(answer.valid ? answer.value : undefined);
  const show = (value: unknown) => shownText(textOf(value), masked, LONGEST);
  const data: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(eventData(fields['event_data']))) {
    // Attributes are no line, and only the last ones are looked at.
    if (!/(?:^|_)attributes$/.test(key)) data[key] = show(value);
  }
  const resource = partyOf(show(fields['resource_sid']));
  const actor = partyOf(show(fields['actor_sid']));
  const moment = readMoment(fields['event_date_ms'], fields['event_date']);
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
    kind: happeningKinds.get(type) ?? 'other',
    ...(moment !== undefined && { moment }),
    parties: Object.fromEntries(Object.entries(parties).filter(([, party]) => party !== undefined)),
    data,
    description: show(fields['description']),
    text,
  };
}

/** An object, or a string that holds one. */
function eventData(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'string') return fieldsOf(value);
  const inner = parseJson(value);
  return fieldsOf(inner.valid ? inner.value : undefined);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function partyOf(sid = '', name = ''): Party | undefined {
  return sid === '' && name === '' ? undefined : { sid, name };
}
