import { message, type Message } from './message.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of `seconds` in its two largest units, such as "20 min 14 s". */
export function describeDuration(seconds: number): Message {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return message('{0} s', whole);
  if (whole < HOUR) return message('{0} min {1} s', Math.floor(whole / MINUTE), whole % MINUTE);
  if (whole < DAY) {
    return message('{0} h {1} min', Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE));
  }
  return message('{0} d {1} h', Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR));
}
