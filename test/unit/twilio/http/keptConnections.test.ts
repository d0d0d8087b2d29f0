import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { RequestLogEntry } from '../../../../src/twilio/http/requestLog.ts';
import { TunnelProxy } from '../../../support/hostile/proxies.ts';
import { rejectedFailure } from '../../../support/rejectedFailure.ts';
import { makeCertificate, type Certificate } from '../../../support/server/certificates.ts';
import { clientOf } from '../../../support/server/clientOf.ts';
import { waitFor } from '../../../support/waiting.ts';

const task = {
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};
const BODY = `{"sid":"${task.taskSid}"}`;
const never = () => new AbortController().signal;

type Way = 'http' | 'https' | 'https through a proxy';
/** What the server does with a request. */
type Act = (request: { readonly isFirstOfSocket: boolean }) => Answer;
type Answer = 'answer' | 'close' | 'reset' | 'half';

/** Answers with a Task, unless it is told to do something to the connection. */
class World {
  readonly log: RequestLogEntry[] = [];
  act: Act = () => 'answer';
  requests = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  constructor(way: Way, certificate: Certificate) {
    this.#server = way === 'http' ? http.createServer() : https.createServer(certificate);
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    const used = new WeakSet<Socket>();
    this.#server.on('request', ({ socket }, response) => {
      const answer = this.act({ isFirstOfSocket: !used.has(socket) });
      this.requests++;
      used.add(socket);
      switch (answer) {
        case 'answer':
          response.end(BODY);
          return;
        case 'close':
          socket.end();
          return;
        case 'reset':
          socket.destroy();
          return;
        case 'half':
          response.writeHead(200, { 'Content-Length': BODY.length });
          response.write(BODY.slice(0, 5), () => socket.destroy());
      }
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    const scheme = this.#server instanceof https.Server ? 'https' : 'http';
    return `${scheme}://127.0.0.1:${this.port}`;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  closeAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  fetch(): Promise<{ readonly text: string }> {
    return clientOf(this, { log: this.log }).fetchResource(task, never());
  }

  close(): void {
    this.closeAll();
    this.#server.close();
  }
}

describe('A connection that was kept', () => {
  const [plain, secure] = [http.globalAgent, https.globalAgent];
  let authority: Certificate;
  let certificate: Certificate;
  before(async () => {
    authority = await makeCertificate({ authorityName: 'Known to the client' });
    certificate = await makeCertificate({ signedBy: authority });
  });

  for (const way of ['http', 'https', 'https through a proxy'] as const) {
    describe(`by ${way}`, () => {
      let world: World;
      let proxy: TunnelProxy;
      beforeEach(async () => {
        world = new World(way, certificate);
        await world.listen();
        proxy = await TunnelProxy.start(() => world.port);
        http.globalAgent = new http.Agent({ keepAlive: true });
        https.globalAgent = new https.Agent({
          keepAlive: true,
          ca: authority.cert,
          ...(way === 'https through a proxy' && { proxyEnv: { HTTPS_PROXY: proxy.url } }),
        });
      });
      afterEach(() => {
        for (const agent of [http.globalAgent, https.globalAgent]) agent.destroy();
        [http.globalAgent, https.globalAgent] = [plain, secure];
        world.close();
        proxy.close();
      });

      /** As many connections as requests were under way at once. */
      const keep = async (count: number) => {
        await Promise.all(Array.from({ length: count }, () => world.fetch()));
        assert.equal(world.connections, count);
        assert.equal(proxy.tunnels, way === 'https through a proxy' ? count : 0);
        world.requests = 0;
        world.log.length = 0;
      };

      for (const end of ['close', 'reset'] as const) {
        it(`costs one further try that nobody hears of where the server ends it by ${end}`, async () => {
          await keep(1);
          world.act = ({ isFirstOfSocket }) => (isFirstOfSocket ? 'answer' : end);
          assert.equal((await world.fetch()).text, BODY);
          assert.equal(world.requests, 2);
          assert.deepEqual(
            world.log.map(({ outcome }) => outcome),
            [200],
          );
        });
      }

      it('is not used any more once its end was seen', async () => {
        await keep(1);
        world.closeAll();
        await waitFor(() => world.connections === 0);
        assert.equal((await world.fetch()).text, BODY);
        assert.equal(world.requests, 1);
      });

      it('does not fail a request where all that were kept have ended', async () => {
        await keep(4);
        world.act = ({ isFirstOfSocket }) => (isFirstOfSocket ? 'answer' : 'reset');
        assert.equal((await world.fetch()).text, BODY);
        assert.equal(world.log.length, 1);
      });

      it('is tried no more than once where the next one ends, too', async () => {
        await keep(1);
        world.act = () => 'reset';
        assert.equal((await rejectedFailure(world.fetch())).kind, 'reset');
        assert.equal(world.requests, 2);
      });

      it('is used as ever where nothing is wrong', async () => {
        await keep(1);
        assert.equal((await world.fetch()).text, BODY);
        assert.equal(world.requests, 1);
        assert.equal(world.connections, 1);
      });

      it('is no reason to ask again where an answer had begun', async () => {
        await keep(1);
        world.act = () => 'half';
        assert.equal((await rejectedFailure(world.fetch())).kind, 'reset');
        assert.equal(world.requests, 1);
      });

      it('is none where it is a new one that ends: that is told', async () => {
        world.act = () => 'reset';
        assert.equal((await rejectedFailure(world.fetch())).kind, 'reset');
        assert.equal(world.requests, 1);
      });
    });
  }
});
