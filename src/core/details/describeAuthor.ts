import type { Happening } from '../history/taskEvent.ts';
import { message } from '../messages/message.ts';
import type { ViewText } from '../messages/viewText.ts';
import { shortenSid } from '../sids/sid.ts';
import { sidNames } from '../sids/sidNames.ts';

/**
 * Who made something happen: by name if an event tells it, else by SID, with where it came from; empty if
 * the event does not say.
 *
 * @param workerNames by the SIDs of Workers, in lower case
 */
export function describeAuthor(
  { parties, origin }: Happening,
  workerNames: ReadonlyMap<string, string>,
): readonly ViewText[] {
  const details = [origin?.source, origin?.address].filter(Boolean).join(', ');
  const { actor } = parties;
  if (actor === undefined) return details === '' ? [] : [message('Source: {0}', details)];
  const name = workerNames.get(actor.sid.toLowerCase()) ?? '';
  const kind = sidNames.get(actor.sid.slice(0, 2)) ?? origin?.actorType ?? '';
  const who = name === '' ? `${kind} ${shortenSid(actor.sid)}`.trim() : name;
  return [details === '' ? message('By {0}', who) : message('By {0} ({1})', who, details)];
}

/** What the events of a Task call its Workers, by their SIDs in lower case. */
export function workerNames(history: readonly Happening[]): ReadonlyMap<string, string> {
  return new Map(
    history.flatMap(({ parties: { worker } }) =>
      worker === undefined || worker.sid === '' || worker.name === ''
        ? []
        : [[worker.sid.toLowerCase(), worker.name] as const],
    ),
  );
}
