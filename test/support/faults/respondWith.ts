import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Respond } from './faultServer.ts';
import { taskText } from './taskText.ts';

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
