import type { FaultRow, ExpectedSentence } from './faultRow.ts';
import { respondWith, type Respond } from './faultServer.ts';
import { expectedSentences } from './told.ts';

const { status } = respondWith;
const HTML = '<html><body>Bad Gateway</body></html>';
const error = (code: number, message: string) => ({ code, message });
const after = (retryAfter: string) => ({ 'Retry-After': retryAfter });
const again = expectedSentences.rateLimited('a moment');

/** To a Task of the same host by another name, so that following the redirect would be counted. */
const elsewhere: Respond = (response, { socket, url = '' }) => {
  const Location = `http://localhost:${socket.localPort ?? 0}${url}`;
  response.writeHead(307, { Location }).end();
};
const inAnHour: Respond = (response) => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  response.writeHead(429, after(date)).end();
};
/** Error pages are limited as well: a gateway's can be endless. */
const endlessPage: Respond = (response) => {
  response.writeHead(502, { 'Content-Type': 'text/html' }).end(Buffer.alloc(11_000_000, 'x'));
};

const rows: readonly (readonly [string, Respond, ExpectedSentence, number?])[] = [
  ['204', status(204), expectedSentences.unexpected('204')],
  [
    'a redirect within the host (302)',
    (response, { url }) => response.writeHead(302, { Location: url }).end(),
    expectedSentences.redirected(302),
  ],
  ['a redirect to another host (307)', elsewhere, expectedSentences.redirected(307)],
  ['not modified (304)', status(304), expectedSentences.unexpected('304')],
  [
    '400',
    status(400, error(20001, 'Invalid SID')),
    expectedSentences.badRequest('400, 20001', 'Invalid SID'),
  ],
  [
    '422 in the newer shape',
    status(422, { title: 'Unprocessable', detail: 'Bad sid', code: 20422 }),
    expectedSentences.badRequest('422, 20422', 'Bad sid'),
  ],
  [
    '401',
    status(401, error(20003, 'Authenticate')),
    expectedSentences.unauthorized(20003, 'Authenticate'),
  ],
  ['401 without a body', status(401), expectedSentences.unauthorized(401)],
  [
    '403 of a closed account (20403)',
    status(403, error(20403, 'Account closed')),
    expectedSentences.forbidden(20403, 'Account closed'),
  ],
  [
    '403 where access is denied (20006)',
    status(403, error(20006, 'Access denied')),
    expectedSentences.forbidden(20006, 'Access denied'),
  ],
  [
    '403 of a restricted key (70051)',
    status(403, error(70051, 'Authorization failed')),
    expectedSentences.restrictedKey,
  ],
  ['403 of a gateway', status(403, HTML), expectedSentences.forbidden(403)],
  ['404', status(404, error(20404, 'Not found')), expectedSentences.notFound],
  [
    '404 of a region without TaskRouter',
    status(404, error(20404, "Endpoint is not supported in realm 'au1'")),
    expectedSentences.notServed('404, 20404', "Endpoint is not supported in realm 'au1'"),
  ],
  [
    '404 in the words of a gateway',
    status(404, { message: 'no Route matched with those values' }),
    expectedSentences.notServed('404', 'no Route matched with those values'),
  ],
  ['404 of something else', status(404, HTML), expectedSentences.unexpected('404')],
  [
    '405',
    status(405, error(20004, 'Method not allowed')),
    expectedSentences.unexpected('405, 20004', 'Method not allowed'),
  ],
  ['407 of a proxy on the way', status(407, HTML), expectedSentences.proxySignIn],
  ['409', status(409, error(20409, 'Busy')), expectedSentences.conflict('409, 20409', 'Busy')],
  ['412', status(412), expectedSentences.conflict('412')],
  ['418', status(418), expectedSentences.unexpected('418')],
  [
    '429',
    status(429, error(20429, 'Too many requests')),
    expectedSentences.rateLimited('a moment', '429, 20429', 'Too many requests'),
    4,
  ],
  ['429 that says at once', status(429, '', after('0')), again, 4],
  [
    '429 that says when, in seconds',
    status(429, '', after('130')),
    expectedSentences.rateLimited('2 min 10 s'),
  ],
  ['429 that says when, by a date', inAnHour, expectedSentences.rateLimited('{duration}')],
  ['429 that says an absurd time', status(429, '', after('999999999')), again, 4],
  ['429 that says nonsense', status(429, '', after('soon')), again, 4],
  [
    '500',
    status(500, error(20500, 'Internal error')),
    expectedSentences.server('500, 20500', 'a moment', 'Internal error'),
  ],
  [
    '502 with HTML',
    status(502, HTML, { 'Content-Type': 'text/html' }),
    expectedSentences.server(502),
  ],
  ['502 with a page that is too long', endlessPage, expectedSentences.server(502)],
  [
    '503',
    status(503, error(20503, 'Unavailable')),
    expectedSentences.server('503, 20503', 'a moment', 'Unavailable'),
    4,
  ],
  [
    '503 that says when',
    status(503, '', after('130')),
    expectedSentences.server(503, '2 min 10 s'),
  ],
  ['504', status(504), expectedSentences.server(504)],
];

/** Answers with an error status. */
export const statusFaults: readonly FaultRow[] = [
  ...rows.map(([name, fault, said, requests = 1]) => ({ name, fault, told: said, requests })),
  {
    name: '401 where the profile names a region',
    fault: status(401, error(20003, 'Authenticate')),
    told: expectedSentences.unauthorizedIn('ie1', 'Authenticate'),
    requests: 1,
    region: 'ie1',
    only: 'client',
  },
];
