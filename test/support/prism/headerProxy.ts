import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy for a server on this machine that changes the headers of requests. */
export class HeaderProxy {
  readonly url: string;
  /** Headers to set, by name in lowercase; those that are `undefined` are removed. */
  headers: Readonly<Record<string, string | undefined>> = {};
  readonly #server: Server;

  /** @param target such as `http://127.0.0.1:4010` */
  static async start(target: string): Promise<HeaderProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new HeaderProxy(server, target);
  }

  private constructor(server: Server, target: string) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => {
      const { authorization, accept } = request.headers;
      const wanted = Object.entries({ authorization, accept, ...this.headers });
      const headers = wanted.flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      );
      fetch(target + (request.url ?? ''), { headers }).then(
        async ({ status, headers: answered, body }) => {
          const type = answered.get('content-type') ?? '';
          response.writeHead(status, { 'Content-Type': type });
          for await (const bytes of body ?? []) response.write(bytes);
          response.end();
        },
        (error: unknown) => {
          response.destroy(error instanceof Error ? error : undefined);
        },
      );
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
