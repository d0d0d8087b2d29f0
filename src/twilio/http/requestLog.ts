/** What the log says of a request: neither its query nor a header nor anything of the answer's body. */
export interface RequestLogEntry {
  readonly method: 'GET';
  readonly host: string;
  readonly path: string;
  /** The HTTP status, or why there was none, such as `refused ECONNREFUSED`. */
  readonly outcome: number | string;
  /** From the start to the last byte of the body. */
  readonly durationMs: number;
  /** `Twilio-Request-Id`. */
  readonly requestId: string | null;
  /** After how many milliseconds the same request is sent again; absent if it is not. */
  readonly retryInMs?: number;
}

export type RequestLog = (entry: RequestLogEntry) => void;

/** As Twilio's are, `RQ` and hex digits; whatever else a server says is kept out of the log. */
const REQUEST_ID = /^[\w-]{1,64}$/;

/** A line of the log about one request. */
export function logRequest(entry: RequestLogEntry): string {
  const { method, host, path, outcome, durationMs, requestId, retryInMs } = entry;
  const id = requestId !== null && REQUEST_ID.test(requestId) ? ` ${requestId}` : '';
  const retry = retryInMs === undefined ? '' : ` retry in ${retryInMs} ms`;
  return `${method} ${host}${path} ${outcome} ${durationMs} ms${id}${retry}`;
}
