import { message, type Message } from './message.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in its two largest units, such as "20 min 14 s", or in one if the rest is zero: "1 h". */
export function describeDuration(seconds: number): Message {
  const whole = Math.max(0, Math.floor(seconds));
  const of = (unit: number, below: number) =>
    [Math.floor(whole / unit), Math.floor((whole % unit) / below)] as const;
  if (whole < MINUTE) return message('{0} s', whole);
  if (whole < HOUR) {
    const [minutes, rest] = of(MINUTE, 1);
    return rest === 0 ? message('{0} min', minutes) : message('{0} min {1} s', minutes, rest);
  }
  if (whole < DAY) {
    const [hours, minutes] = of(HOUR, MINUTE);
    return minutes === 0 ? message('{0} h', hours) : message('{0} h {1} min', hours, minutes);
  }
  const [days, hours] = of(DAY, HOUR);
  return hours === 0 ? message('{0} d', days) : message('{0} d {1} h', days, hours);
}

/** The texts of `describeDuration`, for a page that has them translated and fills them in itself. */
export const durationTexts: readonly Message[] = [
  message('{0} s', '{0}'),
  message('{0} min', '{0}'),
  message('{0} min {1} s', '{0}', '{1}'),
  message('{0} h', '{0}'),
  message('{0} h {1} min', '{0}', '{1}'),
  message('{0} d', '{0}'),
  message('{0} d {1} h', '{0}', '{1}'),
];

/** A duration in its largest unit only, such as "20 min", where space is short. */
export function describeRoughDuration(seconds: number): Message {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return message('{0} s', whole);
  if (whole < HOUR) return message('{0} min', Math.floor(whole / MINUTE));
  if (whole < DAY) return message('{0} h', Math.floor(whole / HOUR));
  return message('{0} d', Math.floor(whole / DAY));
}
