import type { Fault } from './fault.ts';

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
