import { reservationKey, type Party, type TaskEvent } from '../../history/taskEvent.ts';
import { message, type Message } from '../../messages/message.ts';
import { shortenSid } from '../../sids/sid.ts';

/** A Reservation of a Task, and what became of it. */
export interface Offer {
  readonly worker?: Party;
  /** In ms since the epoch; absent if unknown. */
  readonly at?: number;
  /** Absent while it is pending. */
  readonly end?: OfferEnd;
}

interface OfferEnd {
  readonly kind: OfferEndKind;
  readonly at?: number;
  /** Such as 45303, for one that was canceled. */
  readonly code?: string;
}

const END_KINDS = [
  ...(['accepted', 'rejected', 'timedOut'] as const),
  ...(['rescinded', 'withdrawn', 'failed'] as const),
] as const;
type OfferEndKind = (typeof END_KINDS)[number];

/** The Reservations of a Task, oldest first. Includes those of which only the end is known. */
export function offersOf(history: readonly TaskEvent[]): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const event of history) {
    const { kind, parties, moment, data } = event;
    const { worker } = parties;
    const key = reservationKey(event);
    const at = moment && { at: moment.at };
    if (kind === 'offered') offers.set(key, { ...(worker && { worker }), ...at });
    const end = END_KINDS.find((one) => one === kind);
    if (end === undefined) continue;
    const code = data['canceled_reason_code'] ?? '';
    const before = offers.get(key) ?? { ...(worker && { worker }) };
    // An accepted Reservation can end in another way later, but the Task no longer waits for it.
    if (before.end !== undefined) continue;
    offers.set(key, { ...before, end: { kind: end, ...at, ...(code !== '' && { code }) } });
  }
  return [...offers.values()];
}

/** The Reservations that Workers have not answered yet. */
export function pendingOffers(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ end }) => end === undefined);
}

/** The Reservations that ended without being accepted, since the last one that was accepted. */
export function refusedOffers(offers: readonly Offer[]): readonly Offer[] {
  const last = offers.findLastIndex(({ end }) => end?.kind === 'accepted');
  return offers.slice(last + 1).filter(({ end }) => end !== undefined && end.kind !== 'rescinded');
}

/** The name of a party, or else its shortened SID. */
export function shownParty(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  return party.name === '' ? shortenSid(party.sid) : party.name;
}

/** "Alice: rejected at 10:02". */
export function describeOffer(offer: Offer, clock: (time: number) => string): Message {
  const who = shownParty(offer.worker) ?? message('A Worker');
  const { end, at } = offer;
  if (end === undefined) {
    return at === undefined
      ? message('Reservation for {0}', who)
      : message('Reservation for {0}, pending since {1}', who, clock(at));
  }
  const what = describeEnd(end);
  return end.at === undefined
    ? message('Reservation for {0}, {1}', who, what)
    : message('Reservation for {0}, {1} at {2}', who, what, clock(end.at));
}

function describeEnd({ kind, code }: OfferEnd): Message {
  switch (kind) {
    case 'accepted':
      return message('accepted');
    case 'rejected':
      return message('rejected');
    case 'timedOut':
      return message('timed out');
    case 'rescinded':
      return message('rescinded');
    case 'failed':
      return message('failed');
    case 'withdrawn':
      return code === undefined ? message('canceled') : message('canceled with code {0}', code);
  }
}

/** "5 rejected, 2 timed out". Returns `undefined` if none has ended. */
export function describeEnds(offers: readonly Offer[]): Message | undefined {
  const counts = new Map<OfferEndKind, number>();
  for (const { end } of offers) {
    if (end !== undefined) counts.set(end.kind, (counts.get(end.kind) ?? 0) + 1);
  }
  return END_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [message('{0} {1}', count, describeEnd({ kind }))];
  }).reduce<Message | undefined>(
    (before, next) => (before === undefined ? next : message('{0}, {1}', before, next)),
    undefined,
  );
}
