import { fieldsOf, parseJson } from '../json/jsonObject.ts';
import { shownText } from '../privacy/shownText.ts';
import { readMoment } from '../resources/timestamp.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import type { Happening } from './happening.ts';
import { happeningKinds } from './happeningKinds.ts';

/** The event that brings a reservation into a state is named after it, but for this one. */
const EVENTS = new Map([['wrapping', 'wrapup']]);

/**
 * What the dates of a reservation tell: that it was made, and how it stands if that is not how it
 * began. What was between them is known by events only.
 */
export function readReservation(
  { sid, text }: ListedResource,
  masked: boolean,
): readonly Happening[] {
  const answer = parseJson(text);
  const fields = fieldsOf(answer.valid ? answer.value : undefined);
  const show = (field: string) => {
    const value = fields[field];
    return typeof value === 'string' ? shownText(value, masked) : '';
  };
  const worker = { sid: show('worker_sid'), name: show('worker_name') };
  const happening = (type: string, date: unknown): Happening => {
    const moment = readMoment(undefined, date);
    return {
      id: `${sid}/${type}`,
      type,
      kind: happeningKinds.get(type) ?? 'other',
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
  const created = happening('reservation.created', fields['date_created']);
  if (status === '' || status === 'pending') return [created];
  const now = happening(`reservation.${EVENTS.get(status) ?? status}`, fields['date_updated']);
  return [created, now];
}
