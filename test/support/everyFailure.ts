import type { Failure } from '../../src/core/taskrouter/failure.ts';

const host = 'taskrouter.twilio.com';

/** One failure of each kind, with all its facts. */
const oneOfEach: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  browser: { kind: 'browser' },
  internal: { kind: 'internal' },
  missingCredentials: { kind: 'missingCredentials', variables: ['A', 'B'] },
  invalidEnvironment: { kind: 'invalidEnvironment', variable: 'TWILIO_EDGE' },
  missingEdge: { kind: 'missingEdge', region: 'au1' },
  unknownProfile: { kind: 'unknownProfile', profileId: 'acme' },
  secretUnavailable: {
    kind: 'secretUnavailable',
    profileId: 'acme',
    profileName: 'Acme Prod',
    reason: 'missing',
  },
  profileNotUsable: { kind: 'profileNotUsable', profileName: 'Acme' },
  profileMoved: { kind: 'profileMoved', profileName: 'env', host },
  baseUrlNotAllowed: { kind: 'baseUrlNotAllowed' },
  unauthorized: { kind: 'unauthorized', host, code: 20003, detail: 'Authenticate' },
  unauthorizedInRegion: {
    kind: 'unauthorizedInRegion',
    host,
    region: 'ie1',
    code: 20003,
    detail: 'Authenticate',
  },
  forbidden: { kind: 'forbidden', host, code: 20403, detail: 'Account closed' },
  restrictedKey: { kind: 'restrictedKey', host, code: 70051, detail: 'Authorization failed' },
  malformedSid: { kind: 'malformedSid' },
  notFound: { kind: 'notFound', host, prefix: 'WT', code: 20404 },
  notServed: { kind: 'notServed', host, region: 'au1', code: 20404, detail: 'Not supported' },
  badRequest: { kind: 'badRequest', host, status: 400, code: 20001, detail: 'Invalid SID.' },
  conflict: { kind: 'conflict', host, status: 409, code: 20409, detail: 'Busy' },
  rateLimited: {
    kind: 'rateLimited',
    host,
    code: 20429,
    detail: 'Too many requests',
    retryAfterSeconds: 187,
  },
  server: {
    kind: 'server',
    host,
    status: 503,
    code: 20503,
    detail: 'Unavailable',
    retryAfterSeconds: 7,
  },
  redirected: { kind: 'redirected', host, status: 302, code: 20302, detail: 'Moved' },
  unexpectedStatus: {
    kind: 'unexpectedStatus',
    host,
    status: 405,
    code: 20004,
    detail: 'Method not allowed',
  },
  timeout: { kind: 'timeout', host, seconds: 15 },
  dns: { kind: 'dns', host, code: 'ENOTFOUND' },
  refused: { kind: 'refused', host, code: 'ECONNREFUSED' },
  reset: { kind: 'reset', host, code: 'ECONNRESET' },
  tls: { kind: 'tls', host, code: 'CERT_HAS_EXPIRED', problem: 'expired' },
  proxy: { kind: 'proxy', host, code: 'ETIMEDOUT' },
  network: { kind: 'network', host, code: 'EHOSTUNREACH' },
  tooLarge: { kind: 'tooLarge', host, limitMegabytes: 10 },
  tooManyWorkspaces: { kind: 'tooManyWorkspaces', host, limit: 5000 },
  notJson: { kind: 'notJson', host },
  notTask: { kind: 'notTask', host, prefix: 'WT' },
  anotherTask: { kind: 'anotherTask', host, prefix: 'WT' },
  unexpectedAnswer: { kind: 'unexpectedAnswer', host },
};

/** Failures of resources other than Tasks. */
const prefixes = ['WS', 'WR', 'WQ', 'WW', 'WK', 'WA', 'TC', 'EV'] as const;
const tlsProblems = ['selfSigned', 'untrusted', 'notYetValid', 'wrongHost', 'other'] as const;

/** One failure of each kind, and all variants with a message of their own. */
export const everyFailure: readonly Failure[] = [
  ...Object.values(oneOfEach),
  ...prefixes.flatMap((prefix) => [
    { ...oneOfEach.notFound, prefix },
    { ...oneOfEach.notTask, prefix },
    { ...oneOfEach.anotherTask, prefix },
  ]),
  ...(['unreadable', 'foreign', 'unverified'] as const).map((reason) => ({
    ...oneOfEach.secretUnavailable,
    reason,
  })),
  { kind: 'unknownProfile', profileId: `p-${'0'.repeat(32)}` },
  { kind: 'unauthorized', host },
  { kind: 'unauthorizedInRegion', host, region: 'ie1' },
  { kind: 'forbidden', host },
  { kind: 'notServed', host, detail: 'No such route' },
  { kind: 'badRequest', host, status: 422 },
  { kind: 'conflict', host, status: 412 },
  { kind: 'rateLimited', host },
  { kind: 'server', host, status: 500 },
  { kind: 'unexpectedStatus', host, status: 418 },
  { kind: 'proxy', host },
  { kind: 'proxy', host, status: 407 },
  ...tlsProblems.map((problem) => ({ ...oneOfEach.tls, problem })),
];
