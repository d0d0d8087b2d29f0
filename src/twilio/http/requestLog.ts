/** What is logged of a request. Never its query, a header or the answer's body. */
export interface RequestLogEntry {
  readonly method: 'GET';
  readonly host: string;
  readonly path: string;
  /** The HTTP status, or why there is none, such as `refused ECONNREFUSED`. */
  readonly outcome: number | string;
  /** From the start to the last byte of the body. */
  readonly durationMs: number;
  /** `Twilio-Request-Id`. */
  readonly requestId: string | null;
  /** The delay until the same request is sent again. Absent if it is not. */
  readonly retryInMs?: number;
}

export type RequestLog = (entry: RequestLogEntry) => void;

/** Twilio's are `RQ` and hex digits. Any other text from a server is kept out of the log. */
const REQUEST_ID = /^[\w-]{1,64}$/;

/** Formats an entry as one line of the log. */
export function logRequest(entry: RequestLogEntry): string {
  const { method, host, path, outcome, durationMs, requestId, retryInMs } = entry;
  const id = requestId !== null && REQUEST_ID.test(requestId) ? ` ${requestId}` : '';
  const retry = retryInMs === undefined ? '' : ` retry in ${retryInMs} ms`;
  return `${method} ${host}${path} ${outcome} ${durationMs} ms${id}${retry}`;
}
