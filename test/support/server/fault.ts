/** A fault between the server and its caller, for a number of requests. */
export type Fault = FaultScope & FaultEffect;

interface FaultScope {
  /** A part of the path and query that it applies to. Default: all requests. */
  readonly match?: string;
  /** The number of requests that it affects, or `Infinity`. Default: 1. */
  readonly times?: number;
}

type FaultEffect =
  /** A custom answer. */
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The normal answer after a delay in milliseconds. */
  | { readonly delayMs: number }
  /** No answer; the connection stays open. */
  | { readonly hang: true }
  /** The connection is closed without an answer. */
  | { readonly reset: true }
  /** The normal headers and the first half of the body, and nothing more. */
  | { readonly stallBody: true }
  /** The normal headers and the first half of the body, then the connection is closed. */
  | { readonly cutBody: true }
  /** 200 with bytes that can be neither JSON nor UTF-8. */
  | { readonly bytes: Uint8Array; readonly contentType?: string };

/** Pending faults. Each request gets the oldest one that applies to it. */
export class FaultQueue {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Returns the fault for this request and counts it as used, if there is one. */
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

/** A fault as JSON, with bytes as Base64 and Infinity as null. */
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
