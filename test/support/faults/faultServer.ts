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
 * Answers with whichever Task it is asked for, unless it is told to do otherwise, and counts who comes.
 * Unlike `TaskRouterServer` it has its hands on the socket, and may speak TLS.
 */
export class FaultServer implements FaultEndpoint {
  readonly url: string;
  /** What is wrong at present. */
  respond: Respond | undefined;
  requests = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** @param certificate to speak TLS with */
  static async start(certificate?: Certificate): Promise<FaultServer> {
    const server = certificate === undefined ? createServer() : createTlsServer(certificate);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultServer(server, certificate === undefined ? 'http' : 'https');
  }

  /** Nothing goes wrong. */
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

  /** Cuts what is open; whoever comes anew is answered. */
  closeConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.closeConnections();
    await closed;
  }
}

/** Where a profile reads from while something is wrong on the way there. */
export interface FaultEndpoint {
  readonly url: string;
  /** How many requests got through. */
  readonly requests: number;
  /** How many connections are open that are not idle. */
  readonly sockets: number;
  /** Through which every connection goes, where it is one that the environment need not know of. */
  readonly proxy?: string;
  close(): Promise<void>;
}

/** @param authority which the client trusts */
export type OpenFaultEndpoint = (authority: Certificate) => Promise<FaultEndpoint>;

/** The Task that a path asks for, as JSON. */
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

/** Ways to answer, from the orderly to those that no library for servers lets one. */
export const respondWith = {
  status:
    (status: number, body: string | object = '', headers: IncomingHttpHeaders = {}): Respond =>
    (response) =>
      response
        .writeHead(status, headers)
        .end(typeof body === 'string' ? body : JSON.stringify(body)),

  /** 200 with the Task, whose bytes are made into others. */
  body:
    (change: (task: Buffer) => Uint8Array | string, headers: IncomingHttpHeaders = {}): Respond =>
    (response, { url }) =>
      response.writeHead(200, headers).end(change(Buffer.from(taskText(url)))),

  /** The text itself, headers and all, and what becomes of the connection then: it is cut, or ended in order. */
  raw:
    (text: (task: string) => string, then?: 'cut' | 'end'): Respond =>
    ({ socket }, { url }) => {
      socket?.write(text(taskText(url)), () => {
        if (then === 'cut') cut(socket);
        else if (then === 'end') socket.end();
      });
    },

  /** Byte by byte, more slowly than anybody's patience lasts. */
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

  /** No answer, and the connection is cut. */
  reset: (({ socket }) => {
    if (socket !== null) cut(socket);
  }) satisfies Respond,

  nothing: (): void => undefined,
} as const;

/** By a reset, where TLS does not stand in between. */
function cut(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
