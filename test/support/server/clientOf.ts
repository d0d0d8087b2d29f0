import type { Credentials } from '../../../src/twilio/credentials.ts';
import type { RequestLogEntry } from '../../../src/twilio/requestLog.ts';
import { TaskRouterClient } from '../../../src/twilio/taskRouterClient.ts';
import { testCredentials } from './testCredentials.ts';

export interface TestClientOptions {
  readonly credentials?: Credentials;
  readonly timeoutSeconds?: number;
  readonly log?: RequestLogEntry[];
}

/** The product's client, signed in at a test server. */
export function clientOf(
  { url }: { readonly url: string },
  options: TestClientOptions = {},
): TaskRouterClient {
  const { accountSid, authToken } = testCredentials;
  const profile = { id: 'env', name: 'env', accountSid, apiBaseUrl: url };
  return new TaskRouterClient({
    profile,
    credentials: options.credentials ?? { username: accountSid, password: authToken },
    version: '1.2.3',
    timeoutSeconds: () => options.timeoutSeconds ?? 10,
    log: (entry) => options.log?.push(entry),
  });
}
