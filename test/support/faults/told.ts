import type { ExpectedSentence } from './faultRow.ts';

/** The messages of all faults, each once. */
export const expectedSentences = {
  anotherTask: {
    kind: 'anotherTask',
    sentence:
      '{host} answered with another Task than was asked for, and it is not shown. Check for a proxy or a mock.',
  },
  dns: {
    kind: 'dns',
    sentence:
      'The host {host} was not found ({code}). Check the network connection, and the region and edge or base URL of the profile.',
  },
  late: {
    kind: 'timeout',
    sentence:
      '{host} did not answer completely within {seconds} s. Try again, or raise taskrouter.requestTimeoutSeconds.',
  },
  network: {
    kind: 'network',
    sentence:
      'Could not connect to {host} ({code}). Check the network connection and the proxy settings.',
  },
  notFound: {
    kind: 'notFound',
    sentence:
      'TaskRouter has no such Task in this Workspace. It deletes a Task some minutes after it is completed or canceled. If the Task has not ended, check the SID, the Workspace and the profile.',
  },
  notJson: {
    kind: 'notJson',
    sentence: '{host} answered something that is not JSON. Check for a proxy or a sign-in page.',
  },
  notTask: {
    kind: 'notTask',
    sentence:
      '{host} answered with JSON that is not the expected Task, and it is not shown. Check that this address is TaskRouter.',
  },
  proxyGone: {
    kind: 'proxy',
    sentence:
      'The proxy for {host} could not be reached ({code}). Check http.proxy, or HTTPS_PROXY in the environment of VS Code.',
  },
  proxyRefused: {
    kind: 'proxy',
    sentence:
      'The proxy for {host} refused the connection. Check http.proxy, or HTTPS_PROXY in the environment of VS Code.',
  },
  proxySignIn: {
    kind: 'proxy',
    sentence:
      'The proxy for {host} requires authentication (407). Add a user name and password to the address in http.proxy. VS Code does not send http.proxyAuthorization for extensions.',
  },
  refused: {
    kind: 'refused',
    sentence: 'Connection to {host} was refused ({code}). Check the address and your firewall.',
  },
  reset: {
    kind: 'reset',
    sentence:
      'The connection to {host} was interrupted ({code}). Try again. If it happens again, check the proxy and the firewall.',
  },
  restrictedKey: {
    kind: 'restrictedKey',
    sentence:
      '{host} does not allow this key to read TaskRouter (70051). Give it the TaskRouter permission, or use a standard key. Check that key and account belong together. Twilio says: “Authorization failed”',
  },
  tooLarge: {
    kind: 'tooLarge',
    sentence:
      'The answer of {host} is longer than 10 MB and was not read to its end. Check that this address is TaskRouter.',
  },
  badRequest: (code: string, detail = '') => ({
    kind: 'badRequest' as const,
    sentence: `{host} did not accept the request (${code}). Check the SID or the filter.${says(detail)}`,
  }),
  conflict: (code: string, detail = '') => ({
    kind: 'conflict' as const,
    sentence: `{host} could not answer because of a conflict (${code}). Try again.${says(detail)}`,
  }),
  forbidden: (code: number, detail = '') => ({
    kind: 'forbidden' as const,
    sentence: `{host} does not allow these credentials to read TaskRouter (${code}). Check that the account is active, the credentials have the permission, and no proxy forbids it.${says(detail)}`,
  }),
  notServed: (code: string, detail: string) => ({
    kind: 'notServed' as const,
    sentence: `{host} does not serve this request (${code}). Check the region and the base URL of the profile.${says(detail)}`,
  }),
  rateLimited: (when: string, code = '429', detail = '') => ({
    kind: 'rateLimited' as const,
    sentence: `{host} gets too many requests from this account (${code}). Try again in ${when}.${says(detail)}`,
  }),
  redirected: (status: number) => ({
    kind: 'redirected' as const,
    sentence: `{host} answered with a redirect (${status}), which credentials do not follow. Check the address, and whether a proxy or a sign-in page is in between.`,
  }),
  server: (status: number | string, when = 'a moment', detail = '') => ({
    kind: 'server' as const,
    sentence: `{host} failed temporarily with status ${status}. Try again in ${when}.${says(detail)}`,
  }),
  unauthorized: (code: number, detail = '') => ({
    kind: 'unauthorized' as const,
    sentence: `{host} refused the credentials (${code}). Check the SID, the secret, the region and the account, or enter other credentials.${says(detail)}`,
  }),
  unauthorizedIn: (region: string, detail = '') => ({
    kind: 'unauthorizedInRegion' as const,
    sentence: `{host} refused the credentials (20003). Check that they belong to ${region}, as each region has its own. Check the SID, the secret and the account, or enter other credentials.${says(detail)}`,
  }),
  unexpected: (status: string, detail = '') => ({
    kind: 'unexpectedStatus' as const,
    sentence: `Unexpected response from {host} (${status}). Check that this address is TaskRouter. The log names the request.${says(detail)}`,
  }),
  tls: (sentence: string) => ({ kind: 'tls' as const, sentence }),
} as const satisfies Record<string, ExpectedSentence | ((...facts: never) => ExpectedSentence)>;

function says(detail: string): string {
  return detail === '' ? '' : ` Twilio says: “${detail}”`;
}
