import type { RequestLogEntry } from './requestLog.ts';

/** As Twilio's are, `RQ` and hex digits; whatever else a server says is kept out of the log. */
const REQUEST_ID = /^[\w-]{1,64}$/;

/** A line of the log about one request. */
export function logRequest(entry: RequestLogEntry): string {
  const { method, host, path, outcome, durationMs, requestId, retryInMs } = entry;
  const id = requestId !== null && REQUEST_ID.test(requestId) ? ` ${requestId}` : '';
  const retry = retryInMs === undefined ? '' : ` retry in ${retryInMs} ms`;
  return `${method} ${host}${path} ${outcome} ${durationMs} ms${id}${retry}`;
}
