import { faultEndpoints } from './faultEndpoints.ts';
import type { FaultRow, ExpectedSentence } from './faultRow.ts';
import { respondWith, type OpenFaultEndpoint, type Respond } from './faultServer.ts';
import { expectedSentences } from './told.ts';

const DAY = 24 * 60 * 60 * 1000;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const withLength = (task: string, length: number, rest = '') =>
  `${HEAD}Content-Length: ${length}\r\n\r\n${task}${rest}`;
const half = (task: string) => task.slice(0, 40);

const untrusted = expectedSentences.tls(
  'The certificate of {host} is not trusted ({code}). If a company proxy signs it, add its authority to the system’s certificates and turn on http.systemCertificates, or set NODE_EXTRA_CA_CERTS.',
);
const wrongHost = expectedSentences.tls(
  '{host} presented the certificate of another host ({code}). Check the address, and whether a proxy or a sign-in page is in between.',
);

const onTheWay: readonly (readonly [
  string,
  OpenFaultEndpoint,
  ExpectedSentence,
  FaultRow['only']?,
])[] = [
  ['a host that nobody knows', faultEndpoints.unknownHost, expectedSentences.dns],
  ['a port where nothing listens', faultEndpoints.closedPort, expectedSentences.refused],
  ['a connect that never completes', faultEndpoints.fullQueue, expectedSentences.late],
  ['a TLS handshake that never completes', faultEndpoints.silentTls, expectedSentences.late],
  [
    'plain HTTP where TLS is expected',
    faultEndpoints.plainHttp,
    expectedSentences.tls(
      'Could not establish a secure connection to {host} ({code}). If a proxy is in between, add its authority with http.systemCertificates or NODE_EXTRA_CA_CERTS.',
    ),
  ],
  [
    'an expired certificate',
    faultEndpoints.certificate((now) => ({
      notBefore: new Date(now - 2 * DAY),
      notAfter: new Date(now - DAY),
    })),
    expectedSentences.tls(
      'The certificate of {host} has expired ({code}). Check the clock of this machine. If it is right, the host or a proxy needs a new certificate.',
    ),
  ],
  [
    'a certificate that is not valid yet',
    faultEndpoints.certificate((now) => ({ notBefore: new Date(now + DAY) })),
    expectedSentences.tls(
      'The certificate of {host} is not valid yet ({code}). Check the clock of this machine.',
    ),
  ],
  [
    'a certificate that signed itself',
    faultEndpoints.selfSigned,
    expectedSentences.tls(
      'The certificate of {host} is self-signed ({code}). To trust it, add it to the system’s certificates and turn on http.systemCertificates, or set NODE_EXTRA_CA_CERTS.',
    ),
  ],
  [
    'the certificate of another host',
    faultEndpoints.certificate(() => ({ host: 'other.example' })),
    wrongHost,
  ],
  ['an authority that nobody knows', faultEndpoints.unknownAuthority(false), untrusted],
  ['one that the server brings along', faultEndpoints.unknownAuthority(true), untrusted],
  ['a proxy that is not there', faultEndpoints.proxyGone, expectedSentences.proxyGone, 'client'],
  // VS Code's proxy agent drops the reason.
  ['a proxy that is not there', faultEndpoints.proxyGone, expectedSentences.proxyRefused, 'editor'],
  [
    'a proxy that wants credentials (407)',
    faultEndpoints.proxy('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'),
    expectedSentences.proxySignIn,
    'editor',
  ],
  [
    'a proxy that refuses (403)',
    faultEndpoints.proxy('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
    expectedSentences.forbidden(403),
    'editor',
  ],
  [
    'a proxy that fails (502)',
    faultEndpoints.proxy('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'),
    expectedSentences.server(502),
    'editor',
  ],
];

/**
 * The connection is that of the previous fetch. The client cannot tell the fault from a server that closed it while it
 * was idle, so it sends the request once more.
 */
const TRIED_AGAIN = 2;

const onTheWire: readonly (readonly [string, Respond, ExpectedSentence, number?])[] = [
  ['a reset before the headers', respondWith.reset, expectedSentences.reset, TRIED_AGAIN],
  [
    'an end before the headers',
    ({ socket }) => socket?.end(),
    expectedSentences.reset,
    TRIED_AGAIN,
  ],
  [
    'a reset during the headers',
    respondWith.raw(() => HEAD.slice(0, 30), 'cut'),
    expectedSentences.reset,
    TRIED_AGAIN,
  ],
  [
    'a reset after the headers',
    respondWith.raw(() => withLength('', 100), 'cut'),
    expectedSentences.reset,
  ],
  ['headers that never come', respondWith.nothing, expectedSentences.late],
  ['headers that drip', respondWith.drip('HTTP/1.1 200 OK\r\nX: ', '.'), expectedSentences.late],
  [
    'a body that stalls',
    respondWith.raw((task) => withLength(half(task), task.length)),
    expectedSentences.late,
  ],
  [
    'a body that drips',
    respondWith.drip(withLength('{"sid":"', 1_000_000), '.'),
    expectedSentences.late,
  ],
  [
    'a body shorter than its length',
    respondWith.raw((task) => withLength(task, task.length + 10), 'end'),
    expectedSentences.reset,
  ],
  [
    'a body cut in the middle',
    respondWith.raw((task) => withLength(half(task), task.length), 'end'),
    expectedSentences.reset,
  ],
  [
    'chunks without an end',
    respondWith.raw((task) => `${HEAD}Transfer-Encoding: chunked\r\n\r\n4000\r\n${task}`, 'end'),
    expectedSentences.reset,
  ],
  [
    'a chunk whose length is none',
    respondWith.raw((task) => `${HEAD}Transfer-Encoding: chunked\r\n\r\nhello\r\n${task}`),
    expectedSentences.reset,
  ],
  [
    'a body longer than its length',
    respondWith.raw((task) => withLength(task, Buffer.byteLength(task) - 20)),
    expectedSentences.reset,
  ],
  [
    'a whole body, and more after it',
    respondWith.raw((task) => withLength(task, Buffer.byteLength(task), 'more')),
    expectedSentences.reset,
  ],
  ['no HTTP', respondWith.raw(() => 'SSH-2.0-OpenSSH_9.9\r\n'), expectedSentences.network],
  [
    'headers without an end in sight',
    respondWith.raw(() => `${HEAD}X: ${'x'.repeat(100_000)}`),
    expectedSentences.network,
  ],
];

/** Faults before the answer or in the way it is sent. */
export const connectionFaults: readonly FaultRow[] = [
  ...onTheWay.map(([name, place, said, only]) => ({
    ...{ name, fault: { place }, told: said, requests: 0 },
    ...(only !== undefined && { only }),
  })),
  ...onTheWire.map(([name, fault, said, requests = 1]) => ({ name, fault, told: said, requests })),
];
