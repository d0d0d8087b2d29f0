import type { RequestGate } from '../../src/twilio/http/requestGate.ts';

/** Takes all turns of a gate that nobody has used; each result gives one back. */
export function takeTurns(gate: RequestGate): readonly (() => void)[] {
  return Array.from({ length: 4 }, () => {
    let giveBack: () => void = () => undefined;
    const request = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    void gate.run(new URL('https://h'), new AbortController().signal, () => request);
    return giveBack;
  });
}
