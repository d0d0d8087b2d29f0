import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy that forwards nothing and records everything that it receives. */
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

  /** All bytes received so far. */
  get received(): Buffer {
    return Buffer.concat(this.#received);
  }

  close(): void {
    this.#server.close();
  }
}

/** A proxy that connects every client to one server on this machine, whatever host it requests. */
export class TunnelProxy {
  /** The requested targets, such as `taskrouter.invalid:443`. */
  readonly asked: string[] = [];
  readonly #tunnels = new Set<Socket>();
  readonly #server = createServer((client) => {
    client.once('data', (bytes: Buffer) => {
      const [, host = ''] = /^CONNECT (\S+)/.exec(bytes.toString()) ?? [];
      this.asked.push(host);
      this.#connect(client);
    });
    client.on('error', () => undefined);
  });
  readonly #port: () => number;

  /** @param port the server's */
  static async start(port: () => number): Promise<TunnelProxy> {
    const proxy = new TunnelProxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  private constructor(port: () => number) {
    this.#port = port;
  }

  /** `http://127.0.0.1:<port>` */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The number of open connections. */
  get tunnels(): number {
    return this.#tunnels.size;
  }

  close(): void {
    for (const tunnel of this.#tunnels) tunnel.destroy();
    this.#server.close();
  }

  #connect(client: Socket): void {
    const upstream = connect(this.#port(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    this.#tunnels.add(client);
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => {
      this.#tunnels.delete(client);
      upstream.destroy();
    });
  }
}
