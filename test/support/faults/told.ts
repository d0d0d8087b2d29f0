import type { ExpectedSentence } from './faultRow.ts';

/** The messages of all faults, each once. */
export const expectedSentences = {
  anotherTask: {
    kind: 'anotherTask',
    sentence:
      '{host} answered with another Task than the one that was asked for, so it is not shown: look whether a proxy or a mock answers.',
  },
  dns: {
    kind: 'dns',
    sentence:
      'The host {host} was not found ({code}): look at the network connection, and at the region and edge or the base URL that this name comes from.',
  },
  late: {
    kind: 'timeout',
    sentence:
      '{host} did not answer in full within {seconds} s: try again, or raise taskrouter.requestTimeoutSeconds.',
  },
  network: {
    kind: 'network',
    sentence:
      'The connection to {host} failed ({code}): look at the network connection and the proxy settings.',
  },
  notFound: {
    kind: 'notFound',
    sentence:
      'TaskRouter has no such Task in this Workspace: it deletes a Task some minutes after it is completed or canceled; if it has not ended, look at its SID, the Workspace and the profile.',
  },
  notJson: {
    kind: 'notJson',
    sentence:
      '{host} answered something that is not JSON: look whether a proxy or a sign-in page stands in between.',
  },
  notTask: {
    kind: 'notTask',
    sentence:
      '{host} answered with JSON that is no Task, so it is not shown: look whether something else than TaskRouter stands there.',
  },
  proxyGone: {
    kind: 'proxy',
    sentence:
      'The proxy on the way to {host} cannot be reached ({code}): look at http.proxy, or at HTTPS_PROXY in the environment that VS Code was started from.',
  },
  proxyRefused: {
    kind: 'proxy',
    sentence:
      'The proxy on the way to {host} let no connection through: look at http.proxy, or at HTTPS_PROXY in the environment that VS Code was started from.',
  },
  proxySignIn: {
    kind: 'proxy',
    sentence:
      'The proxy for {host} requires authentication (407). Put a user name and a password into the address in http.proxy: VS Code does not send http.proxyAuthorization for extensions.',
  },
  refused: {
    kind: 'refused',
    sentence:
      '{host} takes no connections ({code}): nothing listens there now, or a firewall is in the way; look whether the address is right.',
  },
  reset: {
    kind: 'reset',
    sentence:
      'The connection to {host} broke off before the answer was complete ({code}): try again; if it stays so, a proxy or a firewall may be in the way.',
  },
  restrictedKey: {
    kind: 'restrictedKey',
    sentence:
      '{host} does not let this key read TaskRouter (70051): give it the TaskRouter permission or use a standard key, and look whether key and account belong together and are active. Twilio says: “Authorization failed”',
  },
  tooLarge: {
    kind: 'tooLarge',
    sentence:
      'The answer of {host} is longer than 10 MB and was not read to its end: look whether something else than TaskRouter stands there.',
  },
  badRequest: (code: string, detail = '') => ({
    kind: 'badRequest' as const,
    sentence: `{host} did not accept the request (${code}): look at the SID or the filter, which is not as it expects.${says(detail)}`,
  }),
  conflict: (code: string, detail = '') => ({
    kind: 'conflict' as const,
    sentence: `{host} could not answer because of a conflict (${code}): try again.${says(detail)}`,
  }),
  forbidden: (code: number, detail = '') => ({
    kind: 'forbidden' as const,
    sentence: `{host} does not let these credentials read TaskRouter (${code}): look whether the account is active, the credentials have the permission, and no proxy forbids it.${says(detail)}`,
  }),
  notServed: (code: string, detail: string) => ({
    kind: 'notServed' as const,
    sentence: `{host} does not serve this request (${code}). Check the region and the base URL of the profile.${says(detail)}`,
  }),
  rateLimited: (when: string, code = '429', detail = '') => ({
    kind: 'rateLimited' as const,
    sentence: `{host} gets too many requests from this account (${code}): try again in ${when}.${says(detail)}`,
  }),
  redirected: (status: number) => ({
    kind: 'redirected' as const,
    sentence: `{host} answered with a redirect (${status}), which credentials do not follow: look whether the address is right, or a proxy or a sign-in page stands in between.`,
  }),
  server: (status: number | string, when = 'a moment', detail = '') => ({
    kind: 'server' as const,
    sentence: `{host} failed with status ${status}, which usually passes: try again in ${when}.${says(detail)}`,
  }),
  unauthorized: (code: number, detail = '') => ({
    kind: 'unauthorized' as const,
    sentence: `{host} refused the credentials (${code}): the SID or the secret is wrong, the account is suspended, or they belong to another region; enter others, or look at the account.${says(detail)}`,
  }),
  unauthorizedIn: (region: string, detail = '') => ({
    kind: 'unauthorizedInRegion' as const,
    sentence: `{host} refused the credentials (20003): each region has its own, and these may not be of ${region}; else the SID or the secret is wrong, or the account is suspended; enter others, or look at the account.${says(detail)}`,
  }),
  unexpected: (status: string, detail = '') => ({
    kind: 'unexpectedStatus' as const,
    sentence: `{host} answered with status ${status}, which was not to be expected: look whether something else than TaskRouter stands there; the log names the request.${says(detail)}`,
  }),
  tls: (sentence: string) => ({ kind: 'tls' as const, sentence }),
} as const satisfies Record<string, ExpectedSentence | ((...facts: never) => ExpectedSentence)>;

function says(detail: string): string {
  return detail === '' ? '' : ` Twilio says: “${detail}”`;
}
