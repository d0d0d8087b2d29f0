import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from '../server/makeCertificate.ts';
import type { FaultPlace } from './faultPlace.ts';
import { taskText } from './taskText.ts';

/** What a server does with a request. */
export type Respond = (response: ServerResponse, request: IncomingMessage) => void;

/**
 * Answers with whichever Task it is asked for, unless it is told to do otherwise, and counts who comes.
 * Unlike `TaskRouterServer` it has its hands on the socket, and may speak TLS.
 */
export class FaultServer implements FaultPlace {
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
