import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { makeCertificate, type CertificateOptions } from '../server/certificates.ts';
import { FaultServer, type FaultEndpoint, type OpenFaultEndpoint } from './faultServer.ts';

/** Options that make a certificate invalid. */
type Flaw = (now: number) => CertificateOptions;

const noServer = { requests: 0, sockets: 0, close: () => Promise.resolve() };

/** Endpoints that no request reaches. */
export const faultEndpoints = {
  unknownHost: () => Promise.resolve({ ...noServer, url: 'https://taskrouter.invalid' }),

  closedPort: async () => ({ ...noServer, url: `http://127.0.0.1:${await closedPort()}` }),

  /** A listening server whose queue of connections stays full. */
  fullQueue: async () => {
    const worker = new Worker(LISTEN_AND_STALL, { eval: true });
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    const queued = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'));
    for (const socket of queued) socket.on('error', () => undefined);
    const close = async () => {
      for (const socket of queued) socket.destroy();
      await worker.terminate();
    };
    return { ...noServer, url: `http://127.0.0.1:${port}`, close };
  },

  silentTls: () => listening('https', () => undefined),

  plainHttp: () => listening('https', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),

  /** A server whose certificate is signed by an authority that the client trusts, but has a flaw. */
  certificate:
    (flaw: Flaw): OpenFaultEndpoint =>
    async (signedBy) =>
      FaultServer.start(await makeCertificate({ signedBy, ...flaw(Date.now()) })),

  selfSigned: async () => FaultServer.start(await makeCertificate()),

  /** @param broughtAlong whether the server sends the certificate of its authority as well */
  unknownAuthority: (broughtAlong: boolean) => async () => {
    const stranger = await makeCertificate({ authorityName: 'Known to nobody' });
    const { key, cert } = await makeCertificate({ signedBy: stranger });
    return FaultServer.start({ key, cert: broughtAlong ? `${cert}\n${stranger.cert}` : cert });
  },

  proxyGone: async () => ({
    ...noServer,
    url: 'https://taskrouter.invalid',
    proxy: `http://127.0.0.1:${await closedPort()}`,
  }),

  /** @param answer the proxy's answer to a CONNECT request */
  proxy: (answer: string) => async () => {
    const place = await listening('http', (socket) => {
      socket.once('data', () => socket.end(answer));
    });
    return { ...place, url: 'https://taskrouter.invalid', proxy: place.url };
  },
} as const;

const LISTEN_AND_STALL = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    // Delayed, so that the message is sent first.
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20);
  });
`;

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

async function listening(scheme: string, accept: (socket: Socket) => void): Promise<FaultEndpoint> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
    accept(socket);
  });
  const port = await listen(server);
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    requests: 0,
    get sockets() {
      return sockets.size;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
