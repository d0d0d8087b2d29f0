import { reservationBody } from '../bodies/reservationBody.ts';
import { sidIn } from '../sidIn.ts';
import { bodyRow } from './bodyRow.ts';
import type { Collection } from './collection.ts';
import { equalFilters } from './equalFilters.ts';

/** The reservations of one Task, oldest first. */
export function reservationCollection(taskSid: string): Collection {
  return {
    prefix: 'WR',
    key: 'reservations',
    rows: (moment) =>
      moment.tasks
        .filter(({ task }) => sidIn(moment.workspace, 'WT', task.key) === taskSid)
        .flatMap((state) =>
          state.reservations.map((reservation) =>
            bodyRow(reservationBody(moment, state, reservation), reservation.index),
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
