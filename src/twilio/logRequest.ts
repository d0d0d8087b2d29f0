import type { RequestLogEntry } from './requestLog.ts';

/** A line of the log about one request. */
export function logRequest(entry: RequestLogEntry): string {
  const { method, host, path, outcome, durationMs, requestId, retryInMs } = entry;
  const id = requestId === null ? '' : ` ${requestId}`;
  const retry = retryInMs === undefined ? '' : ` retry in ${retryInMs} ms`;
  return `${method} ${host}${path} ${outcome} ${durationMs} ms${id}${retry}`;
}
