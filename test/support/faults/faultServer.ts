import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from '../server/certificates.ts';

/** What a server does with a request. */
export type Respond = (response: ServerResponse, request: IncomingMessage) => void;

/**
 * Answers with the requested Task unless it is told otherwise, and counts requests. Unlike `TaskRouterServer` it
 * controls the socket, and can use TLS.
 */
export class FaultServer implements FaultEndpoint {
  readonly url: string;
  /** The current fault. */
  respond: Respond | undefined;
  requests = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** @param certificate for TLS; absent for plain HTTP */
  static async start(certificate?: Certificate): Promise<FaultServer> {
    const server = certificate === undefined ? createServer() : createTlsServer(certificate);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultServer(server, certificate === undefined ? 'http' : 'https');
  }

  /** The normal answer. */
  static readonly answer: Respond = (response, request) => {
    response.end(taskText(request.url));
  };

  private constructor(server: Server, scheme: string) {
    const { port } = server.address() as AddressInfo;
    this.url = `${scheme}://127.0.0.1:${port}`;
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('secureConnection', (socket: Socket) => {
      socket.on('error', () => undefined);
    });
    server.on('request', (request, response) => {
      this.requests++;
      (this.respond ?? FaultServer.answer)(response, request);
    });
  }

  get sockets(): number {
    return this.#sockets.size;
  }

  /** Closes open connections; new ones are answered. */
  closeConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.closeConnections();
    await closed;
  }
}

/** The endpoint that a profile reads from while there is a fault. */
export interface FaultEndpoint {
  readonly url: string;
  /** The number of requests that arrived. */
  readonly requests: number;
  /** The number of open connections that are not idle. */
  readonly sockets: number;
  /** The proxy of every connection, if the environment does not name it. */
  readonly proxy?: string;
  close(): Promise<void>;
}

/** @param authority the one that the client trusts */
export type OpenFaultEndpoint = (authority: Certificate) => Promise<FaultEndpoint>;

/** The Task of a path, as JSON. */
export function taskText(path = ''): string {
  const [, , , workspaceSid, , taskSid] = path.split('/');
  return JSON.stringify({
    sid: taskSid,
    workspace_sid: workspaceSid,
    assignment_status: 'pending',
    age: 75,
    attributes: '{"customer":"Zoë"}',
  });
}

const DRIP_MS = 20;

/** Ways to answer, from valid ones to those that no HTTP library allows. */
export const respondWith = {
  status:
    (status: number, body: string | object = '', headers: IncomingHttpHeaders = {}): Respond =>
    (response) =>
      response
        .writeHead(status, headers)
        .end(typeof body === 'string' ? body : JSON.stringify(body)),

  /** 200 with the Task, after changing its bytes. */
  body:
    (change: (task: Buffer) => Uint8Array | string, headers: IncomingHttpHeaders = {}): Respond =>
    (response, { url }) =>
      response.writeHead(200, headers).end(change(Buffer.from(taskText(url)))),

  /** Raw text, including headers, after which the connection is reset or closed. */
  raw:
    (text: (task: string) => string, then?: 'cut' | 'end'): Respond =>
    ({ socket }, { url }) => {
      socket?.write(text(taskText(url)), () => {
        if (then === 'cut') cut(socket);
        else if (then === 'end') socket.end();
      });
    },

  /** Byte by byte, more slowly than any timeout. */
  drip:
    (start: string, endless: string): Respond =>
    ({ socket }) => {
      if (socket === null) return;
      socket.write(start);
      const timer = setInterval(() => socket.write(endless), DRIP_MS);
      socket.on('close', () => {
        clearInterval(timer);
      });
    },

  /** No answer, and the connection is reset. */
  reset: (({ socket }) => {
    if (socket !== null) cut(socket);
  }) satisfies Respond,

  nothing: (): void => undefined,
} as const;

/** With a TCP reset, unless TLS is used. */
function cut(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
