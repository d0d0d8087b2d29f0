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

/** Faults that wait for requests. Each request takes the oldest one that is for it. */
export class FaultQueue {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Uses up one time of the fault for this request, if there is one. */
  take(pathAndQuery: string): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => pathAndQuery.includes(fault.match ?? ''));
    if (!entry) {
      return undefined;
    }
    entry.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return entry.fault;
  }

  clear(): void {
    this.#waiting = [];
  }
}

/** A fault as JSON: that has neither bytes, which become base64, nor Infinity, which is null. */
export const wireFault = {
  toJson: (fault: Fault): string =>
    JSON.stringify('bytes' in fault ? { ...fault, bytes: base64(fault.bytes) } : fault),

  fromJson(json: string): Fault {
    const wire = JSON.parse(json) as Record<string, unknown>;
    return {
      ...wire,
      ...(wire['times'] === null && { times: Infinity }),
      ...(typeof wire['bytes'] === 'string' && { bytes: Buffer.from(wire['bytes'], 'base64') }),
    } as Fault;
  },
};

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
