/** Something that goes wrong between the server and its caller, for a number of requests. */
export type Fault = FaultScope & FaultEffect;

interface FaultScope {
  /** Part of the path and query that it is for; all requests if absent. */
  readonly match?: string;
  /** How many requests it hits, `Infinity` for all to come; 1 if absent. */
  readonly times?: number;
}

type FaultEffect =
  /** An answer of your own. */
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The usual answer, so many milliseconds late. */
  | { readonly delayMs: number }
  /** No answer, ever; the connection stays open. */
  | { readonly hang: true }
  /** The connection is cut without an answer. */
  | { readonly reset: true }
  /** The usual headers and the first half of the body, then silence. */
  | { readonly stallBody: true }
  /** The usual headers and the first half of the body, then the connection is cut. */
  | { readonly cutBody: true }
  /** 200 with bytes that need be neither JSON nor UTF-8. */
  | { readonly bytes: Uint8Array; readonly contentType?: string };
