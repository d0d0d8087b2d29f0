import { env } from 'vscode';

/**
 * A time in the display language. Includes the day unless it is today, and the time zone if the
 * extension runs on another machine than the user's, which may be in another zone.
 *
 * @param time in ms since the epoch
 */
export function formatTime(time = 0): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(env.language, {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    ...(!isToday && { month: 'short', day: 'numeric' }),
    ...(env.remoteName !== undefined && { timeZoneName: 'short' }),
  }).format(time);
}
