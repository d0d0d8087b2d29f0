import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { RoutedChannel, RoutedWorker } from './routingResources.ts';

/** What keeps a Worker from a Reservation, whatever the expressions say. */
export type Obstacle = 'unavailable' | 'channelOff' | 'noCapacity' | 'reserved';

/** Undefined if nothing is known to be in the way. */
export function obstacleOf(
  worker: Pick<RoutedWorker, 'available' | 'channels' | 'pendingReservations'>,
  channelName: string,
): Obstacle | undefined {
  const { available, pendingReservations } = worker;
  if (available === false) return 'unavailable';
  const channel = channelOf(worker, channelName);
  // Recorded: an available Worker got nothing while another Reservation was pending.
  if (channel === undefined) return pendingReservations > 0 ? 'reserved' : undefined;
  if (channel.available === false) return 'channelOff';
  const { capacity, assigned = 0, availablePercentage } = channel;
  const used = assigned + pendingReservations;
  const isFull = availablePercentage === 0 || (capacity !== undefined && used >= capacity);
  if (!isFull) return undefined;
  const isReserved = pendingReservations > 0 && capacity !== undefined && assigned < capacity;
  return isReserved ? 'reserved' : 'noCapacity';
}

export function channelOf(
  worker: Pick<RoutedWorker, 'channels'>,
  name: string,
): RoutedChannel | undefined {
  return worker.channels?.find((channel) => channel.name === name);
}

/** One sentence. */
export function describeObstacle(
  obstacle: Obstacle,
  { name, activityName }: RoutedWorker,
  channelName: string,
  present: Presenter,
): Message {
  const shown = present.line(name);
  switch (obstacle) {
    case 'unavailable':
      return activityName === undefined
        ? message('{0} is not available.', shown)
        : message('{0} is not available ({1}).', shown, present.line(activityName));
    case 'channelOff':
      return message(
        'The Task Channel {0} is switched off for {1}.',
        present.line(channelName),
        shown,
      );
    case 'noCapacity':
      return message(
        '{0} has no capacity left on the Task Channel {1}.',
        shown,
        present.line(channelName),
      );
    case 'reserved':
      return message('{0} has a pending Reservation.', shown);
  }
}
