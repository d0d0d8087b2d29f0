import { createServer, type AddressInfo } from 'node:net';

/** A proxy that lets nothing through, and keeps all that it is sent. */
export class CatchAllProxy {
  readonly #received: Buffer[] = [];
  readonly #server = createServer((socket) => {
    socket.on('data', (bytes: Buffer) => {
      this.#received.push(bytes);
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });

  static async start(): Promise<CatchAllProxy> {
    const proxy = new CatchAllProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** `http://127.0.0.1:<port>` */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Every byte that anybody has sent by now. */
  get received(): Buffer {
    return Buffer.concat(this.#received);
  }

  close(): void {
    this.#server.close();
  }
}
