import type { Profile } from '../../../src/core/profiles/profile.ts';
import type { ClientOptions, Credentials } from '../../../src/twilio/clientOptions.ts';
import type { RequestGate } from '../../../src/twilio/http/requestGate.ts';
import type { RequestLogEntry } from '../../../src/twilio/http/requestLog.ts';
import { TaskRouterClient } from '../../../src/twilio/taskRouterClient.ts';
import { testCredentials } from './testCredentials.ts';

export interface TestClientOptions extends Pick<
  ClientOptions,
  'gate' | 'revoked' | 'pause' | 'random'
> {
  readonly credentials?: Credentials;
  /** Changes to its profile. */
  readonly profile?: Partial<Profile>;
  readonly timeoutSeconds?: number | (() => number);
  readonly log?: RequestLogEntry[];
}

/** The product's client, connected to a test server. */
export function clientOf(
  { url }: { readonly url: string },
  { profile, credentials, timeoutSeconds = 10, log, ...options }: TestClientOptions = {},
): TaskRouterClient {
  const { accountSid, authToken } = testCredentials;
  return new TaskRouterClient({
    profile: {
      id: 'env',
      name: 'env',
      origin: 'environment',
      sid: accountSid,
      accountSid,
      apiBaseUrl: url,
      ...profile,
    },
    credentials: credentials ?? { username: accountSid, password: authToken },
    version: '1.2.3',
    timeoutSeconds: typeof timeoutSeconds === 'number' ? () => timeoutSeconds : timeoutSeconds,
    log: (entry) => log?.push(entry),
    ...options,
  });
}

/** Takes all turns of an unused gate; each result releases one. */
export function occupyGate(gate: RequestGate): readonly (() => void)[] {
  return Array.from({ length: 4 }, () => {
    let giveBack: () => void = () => undefined;
    const request = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    void gate.run(new URL('https://h'), new AbortController().signal, () => request);
    return giveBack;
  });
}
