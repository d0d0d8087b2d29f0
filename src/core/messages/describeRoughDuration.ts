import { message, type Message } from './message.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of `seconds` in its largest unit, such as "20 min", for where there is little room. */
export function describeRoughDuration(seconds: number): Message {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return message('{0} s', whole);
  if (whole < HOUR) return message('{0} min', Math.floor(whole / MINUTE));
  if (whole < DAY) return message('{0} h', Math.floor(whole / HOUR));
  return message('{0} d', Math.floor(whole / DAY));
}
