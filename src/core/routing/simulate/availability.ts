import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { RoutedWorker } from './routingResources.ts';

/** What keeps a Worker from a Reservation, whatever the expressions say. */
export interface Obstacle {
  readonly kind: 'unavailable' | 'channelOff' | 'noCapacity' | 'reserved';
  readonly reason: Message;
}

/** Undefined if nothing is known to be in the way. */
export function obstacleOf(worker: RoutedWorker, channelName: string): Obstacle | undefined {
  const name = shownText(worker.name);
  const { available, activityName, channels, pendingReservations } = worker;
  if (available === false) {
    const reason =
      activityName === undefined
        ? message('{0} is not available.', name)
        : message('{0} is not available ({1}).', name, shownText(activityName));
    return { kind: 'unavailable', reason };
  }
  const channel = channels?.find((one) => one.name === channelName);
  const shownChannel = shownText(channelName);
  if (channel === undefined) {
    // Recorded: an available Worker got nothing while another Reservation was pending.
    return pendingReservations > 0
      ? { kind: 'reserved', reason: message('{0} has a pending Reservation.', name) }
      : undefined;
  }
  if (channel.available === false) {
    const reason = message('The Task Channel {0} is switched off for {1}.', shownChannel, name);
    return { kind: 'channelOff', reason };
  }
  const { capacity, assigned = 0, availablePercentage } = channel;
  const used = assigned + pendingReservations;
  const isFull = availablePercentage === 0 || (capacity !== undefined && used >= capacity);
  if (!isFull) return undefined;
  if (pendingReservations > 0 && capacity !== undefined && assigned < capacity) {
    return { kind: 'reserved', reason: message('{0} has a pending Reservation.', name) };
  }
  const reason = message('{0} has no capacity left on the Task Channel {1}.', name, shownChannel);
  return { kind: 'noCapacity', reason };
}
