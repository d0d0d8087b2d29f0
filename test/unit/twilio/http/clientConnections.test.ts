import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import { connect, createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { rejectedFailure } from '../../../support/rejectedFailure.ts';
import { makeCertificate, type Certificate } from '../../../support/server/certificates.ts';
import { clientOf } from '../../../support/server/clientOf.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';

const never = () => new AbortController().signal;
const reference = {
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};
const fetchFrom = (url: string) => clientOf({ url }).fetchResource(reference, never());

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a connection that fails', () => {
  let server: TaskRouterServer;
  before(async () => {
    server = await TaskRouterServer.start();
  });
  beforeEach(() => {
    server.reset();
  });
  after(() => server.close());

  const fetchFirst = () => {
    const [task] = demoTasks(server.simulation);
    assert.ok(task !== undefined);
    return clientOf(server).fetchResource(task, never());
  };

  it('is dns where nobody knows the host', async () => {
    const failure = await rejectedFailure(fetchFrom('http://taskrouter.invalid:8080'));
    assert.equal(failure.kind, 'dns');
    assert.equal(failure.host, 'taskrouter.invalid:8080');
    // A machine without any name server says EAI_AGAIN.
    assert.match(failure.code, /^(?:ENOTFOUND|EAI_AGAIN)$/);
  });

  it('is refused where nothing listens', async () => {
    const host = `127.0.0.1:${await closedPort()}`;
    const failure = await rejectedFailure(fetchFrom(`http://${host}`));
    assert.deepEqual(failure, { kind: 'refused', host, code: 'ECONNREFUSED' });
  });

  it('is refused where nothing listens at any address of a name', async () => {
    const host = `localhost:${await closedPort()}`;
    const failure = await rejectedFailure(fetchFrom(`http://${host}`));
    assert.deepEqual(failure, { kind: 'refused', host, code: 'ECONNREFUSED' });
  });

  it('is reset where it is cut before the answer', async () => {
    server.fault({ reset: true });
    const { host } = new URL(server.url);
    const failure = await rejectedFailure(fetchFirst());
    assert.deepEqual(failure, { kind: 'reset', host, code: 'ECONNRESET' });
  });

  it('is reset where it is cut in the middle of the answer', async () => {
    server.fault({ cutBody: true });
    const failure = await rejectedFailure(fetchFirst());
    assert.equal(failure.kind, 'reset');
  });

  const spoken: [what: string, bytes: string, expected: object][] = [
    [
      'no HTTP is spoken',
      'SSH-2.0-OpenSSH_9.9\r\n',
      { kind: 'network', code: 'HPE_INVALID_CONSTANT' },
    ],
    [
      'chunks end too early',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"sid\r\n',
      { kind: 'reset', code: 'ERR_STREAM_PREMATURE_CLOSE' },
    ],
    [
      'more comes than was announced',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}{}',
      { kind: 'reset', code: 'ERR_STREAM_PREMATURE_CLOSE' },
    ],
    [
      'a proxy wants credentials, and cuts the page that it announced',
      'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 100\r\n\r\n',
      { kind: 'proxy', status: 407 },
    ],
    [
      'a gateway cuts the page that it announced',
      'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 100\r\n\r\n<html>',
      { kind: 'server', status: 502 },
    ],
  ];
  for (const [what, bytes, expected] of spoken) {
    it(`is ${JSON.stringify(expected)} where ${what}`, async () => {
      const raw = createServer((socket) => {
        socket.once('data', () => socket.end(bytes));
        socket.on('error', () => undefined);
      });
      const host = `127.0.0.1:${await listen(raw)}`;
      try {
        const failure = await rejectedFailure(fetchFrom(`http://${host}`));
        assert.deepEqual(failure, { ...expected, host });
      } finally {
        raw.close();
      }
    });
  }
});

describe('a proxy that fails', () => {
  const direct = http.globalAgent;
  afterEach(() => {
    http.globalAgent = direct;
  });

  /** Connects as the editor's agent does with a proxy: elsewhere than the request says. */
  const connectThrough = (createConnection: http.Agent['createConnection']) => {
    http.globalAgent = Object.assign(new http.Agent(), { createConnection });
  };

  it('is told from a TaskRouter that fails by where the connection went', async () => {
    const port = await closedPort();
    connectThrough(() => connect(port, '127.0.0.1'));
    assert.deepEqual(await rejectedFailure(fetchFrom('http://127.0.0.1:80')), {
      kind: 'proxy',
      host: '127.0.0.1',
      code: 'ECONNREFUSED',
    });
  });

  it('is told by the name that was looked up', async () => {
    connectThrough(() => connect(8888, 'proxy.invalid'));
    const failure = await rejectedFailure(fetchFrom('http://127.0.0.1:8888'));
    assert.equal(failure.kind, 'proxy');
    assert.match(failure.code ?? '', /^(?:ENOTFOUND|EAI_AGAIN)$/);
  });

  it('is told from the error without a code that the agent of VS Code fails with', async () => {
    connectThrough((_options, done) => {
      const proxies = 'PROXY 127.0.0.1:8888';
      const error = new Error(`Failed to establish a socket connection to proxies: ${proxies}`);
      done?.(error, new Socket());
      return undefined;
    });
    const failure = await rejectedFailure(fetchFrom('http://127.0.0.1:8888'));
    assert.deepEqual(failure, { kind: 'proxy', host: '127.0.0.1:8888' });
  });
});

describe('a connection over TLS', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const trusted = https.globalAgent.options;
  let ours: Certificate;
  let strangers: Certificate;
  before(async () => {
    ours = await makeCertificate({ authorityName: 'Known to the editor' });
    strangers = await makeCertificate({ authorityName: 'Known to nobody' });
    // What VS Code does with http.systemCertificates and NODE_EXTRA_CA_CERTS.
    https.globalAgent.options = { ...trusted, ca: ours.cert };
  });
  after(() => {
    https.globalAgent.options = trusted;
  });

  /** Fetches over TLS from a server with this certificate. */
  const fetchWith = async (
    { key, cert }: Certificate,
    work: (fetched: Promise<unknown>, host: string) => Promise<void>,
  ) => {
    const server = https.createServer({ key, cert }, (_request, response) => {
      response.end(`{"sid":"${reference.taskSid}"}`);
    });
    const host = `127.0.0.1:${await listen(server)}`;
    try {
      await work(fetchFrom(`https://${host}`), host);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('works with a certificate of an authority that is known', async () => {
    await fetchWith(await makeCertificate({ signedBy: ours }), async (fetched) => {
      assert.deepEqual(await fetched, { text: `{"sid":"${reference.taskSid}"}` });
    });
  });

  const problems: [
    what: string,
    make: () => Promise<Certificate>,
    failure: { readonly problem: string; readonly code: string },
  ][] = [
    [
      'a certificate that signed itself',
      () => makeCertificate(),
      { problem: 'selfSigned', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    ],
    [
      'a certificate of an authority that nobody knows',
      () => makeCertificate({ signedBy: strangers }),
      { problem: 'untrusted', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    ],
    [
      'one that brings this authority along, as proxies do',
      async () => {
        const { key, cert } = await makeCertificate({ signedBy: strangers });
        return { key, cert: `${cert}\n${strangers.cert}` };
      },
      { problem: 'untrusted', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    ],
    [
      'an expired certificate',
      () =>
        makeCertificate({
          signedBy: ours,
          notBefore: new Date(Date.now() - 2 * DAY),
          notAfter: new Date(Date.now() - DAY),
        }),
      { problem: 'expired', code: 'CERT_HAS_EXPIRED' },
    ],
    [
      'a certificate that is not valid yet',
      () => makeCertificate({ signedBy: ours, notBefore: new Date(Date.now() + DAY) }),
      { problem: 'notYetValid', code: 'CERT_NOT_YET_VALID' },
    ],
    [
      'the certificate of another host',
      () => makeCertificate({ signedBy: ours, host: 'other.example' }),
      { problem: 'wrongHost', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
  ];
  for (const [what, make, failure] of problems) {
    it(`fails with ${what}, and names the problem ${failure.problem}`, async () => {
      await fetchWith(await make(), async (fetched, host) => {
        assert.deepEqual(await rejectedFailure(fetched), { kind: 'tls', host, ...failure });
      });
    });
  }

  const lenient: [what: string, arrange: () => () => void][] = [
    [
      'NODE_TLS_REJECT_UNAUTHORIZED says that it is not to be checked',
      () => {
        const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env;
        // Node.js warns of it once for each process.
        process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
        return () => {
          if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
          else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
        };
      },
    ],
    [
      'the agent that all extensions share was told so by another',
      () => {
        const { options } = https.globalAgent;
        https.globalAgent.options = { ...options, rejectUnauthorized: false };
        return () => {
          https.globalAgent.options = options;
        };
      },
    ],
  ];
  for (const [what, arrange] of lenient) {
    describe(`where ${what}`, () => {
      let restore: () => void;
      beforeEach(() => {
        restore = arrange();
      });
      afterEach(() => {
        restore();
      });

      for (const [certificate, make, failure] of problems) {
        it(`fails with ${certificate} all the same, and sends nothing`, async () => {
          const { key, cert } = await make();
          const sent: string[] = [];
          const server = https.createServer({ key, cert }, ({ headers }, response) => {
            sent.push(headers.authorization ?? '');
            response.end('{}');
          });
          const host = `127.0.0.1:${await listen(server)}`;
          try {
            const failed = await rejectedFailure(fetchFrom(`https://${host}`));
            assert.deepEqual(failed, { kind: 'tls', host, ...failure });
            assert.deepEqual(sent, []);
          } finally {
            server.closeAllConnections();
            server.close();
          }
        });
      }

      it('uses no connection that another has opened without a check', async () => {
        const { key, cert } = await makeCertificate();
        const sent: string[] = [];
        const server = https.createServer({ key, cert }, ({ headers }, response) => {
          sent.push(headers.authorization ?? 'none');
          response.end('{}');
        });
        const port = await listen(server);
        try {
          await new Promise<void>((resolve, reject) => {
            https
              .get({ port, host: '127.0.0.1' }, (answer) => {
                answer.resume().once('end', resolve);
              })
              .once('error', reject);
          });
          const failure = await rejectedFailure(fetchFrom(`https://127.0.0.1:${port}`));
          assert.equal(failure.kind, 'tls');
          assert.deepEqual(sent, ['none']);
        } finally {
          server.closeAllConnections();
          server.close();
        }
      });

      it('works with a certificate of an authority that is known', async () => {
        await fetchWith(await makeCertificate({ signedBy: ours }), async (fetched) => {
          assert.deepEqual(await fetched, { text: `{"sid":"${reference.taskSid}"}` });
        });
      });
    });
  }

  it('fails where the server does not speak TLS', async () => {
    const plain = http.createServer((_request, response) => response.end());
    const host = `127.0.0.1:${await listen(plain)}`;
    try {
      const failure = await rejectedFailure(fetchFrom(`https://${host}`));
      assert.equal(failure.kind, 'tls');
      assert.equal(failure.problem, 'other');
    } finally {
      plain.closeAllConnections();
      plain.close();
    }
  });
});
