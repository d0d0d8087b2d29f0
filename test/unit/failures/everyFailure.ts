import type { Failure } from '../../../src/core/failures/taskRouterFailure.ts';

const host = 'taskrouter.twilio.com';

/** One of each kind, with all the facts that it can have. */
const oneOfEach: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  browser: { kind: 'browser' },
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
  unauthorized: { kind: 'unauthorized', host, code: 20003 },
  unauthorizedInRegion: { kind: 'unauthorizedInRegion', host, region: 'ie1', code: 20003 },
  forbidden: { kind: 'forbidden', host, code: 20403, detail: 'Account closed' },
  restrictedKey: { kind: 'restrictedKey', host, code: 70051 },
  notFound: { kind: 'notFound', host, prefix: 'WT' },
  badRequest: { kind: 'badRequest', host, status: 400, code: 20001, detail: 'Invalid SID.' },
  conflict: { kind: 'conflict', host, status: 409, code: 20409, detail: 'Busy' },
  rateLimited: { kind: 'rateLimited', host, retryAfterSeconds: 187 },
  server: { kind: 'server', host, status: 503, retryAfterSeconds: 7 },
  redirected: { kind: 'redirected', host, status: 302 },
  unexpectedStatus: { kind: 'unexpectedStatus', host, status: 405, code: 20004 },
  timeout: { kind: 'timeout', host, seconds: 15 },
  dns: { kind: 'dns', host, code: 'ENOTFOUND' },
  refused: { kind: 'refused', host, code: 'ECONNREFUSED' },
  reset: { kind: 'reset', host, code: 'ECONNRESET' },
  tls: { kind: 'tls', host, code: 'CERT_HAS_EXPIRED', problem: 'expired' },
  proxy: { kind: 'proxy', host, code: 'ETIMEDOUT' },
  network: { kind: 'network', host, code: 'EHOSTUNREACH' },
  tooLarge: { kind: 'tooLarge', host, limitMegabytes: 10 },
  notJson: { kind: 'notJson', host },
  notTask: { kind: 'notTask', host, prefix: 'WT' },
  anotherTask: { kind: 'anotherTask', host, prefix: 'WT' },
  unexpectedAnswer: { kind: 'unexpectedAnswer', host },
};

/** Of what has a document and is no Task. */
const prefixes = ['WS', 'WR', 'WQ', 'WW', 'WK', 'WA', 'TC', 'EV'] as const;
const tlsProblems = ['selfSigned', 'untrusted', 'notYetValid', 'wrongHost', 'other'] as const;

/** One of each kind, and those that a sentence of their own is made of. */
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
  { kind: 'badRequest', host, status: 422 },
  { kind: 'conflict', host, status: 412 },
  { kind: 'rateLimited', host },
  { kind: 'server', host, status: 500 },
  { kind: 'unexpectedStatus', host, status: 418 },
  { kind: 'proxy', host },
  { kind: 'proxy', host, status: 407 },
  ...tlsProblems.map((problem) => ({ ...oneOfEach.tls, problem })),
];
