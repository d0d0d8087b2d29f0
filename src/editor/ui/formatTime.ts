import { env } from 'vscode';

/**
 * A time as the display language writes it: with its day unless that is today, and with its zone
 * where the extension runs on another machine than the reader, whose clock may be set otherwise.
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
