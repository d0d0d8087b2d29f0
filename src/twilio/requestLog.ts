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
