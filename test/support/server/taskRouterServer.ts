import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiError, type ApiAnswer } from '../../../src/sample/api/apiAnswer.ts';
import { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';
import { answerControl } from './answerControl.ts';
import { FaultQueue, type Fault } from './fault.ts';
import { testCredentials } from './testCredentials.ts';

export interface TaskRouterServerOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** The current time of the server in ms since the epoch; `advanceClock` adds to it. */
  readonly now?: () => number;
}

/**
 * The simulation over HTTP on this machine, with faults and a record of requests. Tests in another process use
 * `/_test/`; see `TaskRouterServerControl`.
 */
export class TaskRouterServer {
  readonly url: string;
  readonly simulation: SimulatedTaskRouter;
  readonly #server: Server;
  readonly #now: () => number;
  readonly #faults = new FaultQueue();
  readonly #timers = new Set<NodeJS.Timeout>();
  #requests: RecordedRequest[] = [];
  #clockOffset = 0;

  static async start(options: TaskRouterServerOptions = {}): Promise<TaskRouterServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return new TaskRouterServer(server, options.now ?? Date.now);
  }

  private constructor(server: Server, now: () => number) {
    const { port } = server.address() as AddressInfo;
    this.#server = server;
    this.#now = now;
    this.url = `http://127.0.0.1:${port}`;
    this.simulation = new SimulatedTaskRouter({
      now: () => this.now(),
      baseUrl: this.url,
      accountSid: testCredentials.accountSid,
    });
    server.on('request', (request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        send(response, { status: 500, body: JSON.stringify({ message: String(error) }) });
      });
    });
  }

  /** Requests to the API in order, without those to `/_test/`. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** The simulation's time in ms since the epoch. */
  now(): number {
    return this.#now() + this.#clockOffset;
  }

  advanceClock(seconds: number): void {
    this.#clockOffset += seconds * 1000;
  }

  /** Adds a fault. If several apply to a request, the oldest one is used. */
  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Clears requests and faults, resets the clock and restarts the simulation. */
  reset(): void {
    this.#requests = [];
    this.#faults.clear();
    this.#clockOffset = 0;
    this.simulation.reset();
  }

  /** Stops the server and closes all connections at once. */
  async close(): Promise<void> {
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    if (target.startsWith('/_test/')) {
      send(response, await answerControl(this, request));
      return;
    }
    const fault = this.#faults.take(target);
    const cutByFault = fault !== undefined && ('reset' in fault || 'cutBody' in fault);
    this.#record(request, response, target, cutByFault);
    if (!fault || 'delayMs' in fault) {
      this.#later(fault?.delayMs ?? 0, response, () => {
        send(response, this.#answer(request, target));
      });
    } else if ('status' in fault) {
      send(response, { body: '', ...fault });
    } else if ('bytes' in fault) {
      response.setHeader('Content-Type', fault.contentType ?? 'application/json');
      response.end(fault.bytes);
    } else if ('reset' in fault) {
      request.socket.resetAndDestroy();
    } else if ('stallBody' in fault || 'cutBody' in fault) {
      const body = Buffer.from(writeHead(response, this.#answer(request, target)));
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
        if ('cutBody' in fault) request.socket.destroy();
      });
    }
  }

  #answer(request: IncomingMessage, target: string): ApiAnswer {
    if (!isAuthorized(request.headers.authorization)) {
      return apiError(401, 20003, 'Authenticate');
    }
    if (request.method !== 'GET') {
      return { ...apiError(405, 20004, 'Method not allowed'), headers: { Allow: 'GET' } };
    }
    return this.simulation.get(target);
  }

  #record(
    { method = '', headers, socket }: IncomingMessage,
    response: ServerResponse,
    target: string,
    cutByFault: boolean,
  ): void {
    const [path = '', ...query] = target.split('?');
    const record = {
      method,
      path,
      query: query.join('?'),
      at: Date.now(),
      authorizationPresent: headers.authorization !== undefined,
      port: socket.remotePort,
      aborted: false,
    };
    this.#requests.push(record);
    response.on('close', () => {
      record.aborted = !response.writableFinished && !cutByFault && this.#server.listening;
    });
  }

  #later(milliseconds: number, response: ServerResponse, act: () => void): void {
    if (milliseconds === 0) {
      act();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!response.destroyed) {
        act();
      }
    }, milliseconds);
    this.#timers.add(timer);
  }
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  response.end(writeHead(response, answer));
}

/** @returns the body to send */
function writeHead(response: ServerResponse, { status, body, headers }: ApiAnswer): string {
  const all = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Twilio-Request-Id': `RQ${randomBytes(16).toString('hex')}`,
    ...(status === 200 && { ETag: `"${createHash('sha1').update(body).digest('hex')}"` }),
  };
  // One by one, so that `content-type` replaces `Content-Type`.
  for (const [name, value] of [...Object.entries(all), ...Object.entries(headers ?? {})]) {
    response.setHeader(name, value);
  }
  response.writeHead(status);
  return body;
}

function isAuthorized(header: string | undefined): boolean {
  const { accountSid, authToken, apiKey, apiSecret } = testCredentials;
  return [`${accountSid}:${authToken}`, `${apiKey}:${apiSecret}`]
    .map((credentials) => `Basic ${Buffer.from(credentials).toString('base64')}`)
    .some((expected) => expected === header);
}

/** A request to the API, as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the question mark; empty if there is none. */
  readonly query: string;
  /** The real time in ms since the epoch, whatever the simulation's clock. */
  readonly at: number;
  /** Without the credentials themselves. */
  readonly authorizationPresent: boolean;
  /** The caller's port: requests with the same port used the same connection. */
  readonly port: number | undefined;
  /** Whether the caller closed the connection before the answer was complete. */
  readonly aborted: boolean;
}
