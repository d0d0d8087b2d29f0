import type { RequestLogEntry } from './requestLog.ts';

/** A line of the log about one request. */
export function logRequest(entry: RequestLogEntry): string {
  const { method, host, path, outcome, durationMs, requestId } = entry;
  const id = requestId === null ? '' : ` ${requestId}`;
  return `${method} ${host}${path} ${outcome} ${durationMs} ms${id}`;
}
