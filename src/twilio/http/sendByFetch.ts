import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import fetch, { type RequestInit, type Response } from 'node-fetch';

export { FetchError, type Response } from 'node-fetch';

/** A request of node-fetch's, with what that keeps to itself. */
export interface FetchExchange {
  readonly response: Promise<Response>;
  /** The answer as Node.js has it; absent until its headers are there. */
  readonly message: () => IncomingMessage | undefined;
  /** Whether it was sent on a connection that an earlier request had left open. */
  readonly isOnKeptConnection: () => boolean;
}

/**
 * Sends by node-fetch, and checks the certificate of whoever answers, whatever the environment says:
 * `NODE_TLS_REJECT_UNAUTHORIZED=0` would let anybody read the credentials.
 *
 * node-fetch hands on no option of TLS but an agent, and VS Code puts its own in the place of any
 * agent. So what node-fetch sends with is replaced while it does, which is one synchronous call: nobody
 * else can send meanwhile.
 */
export function sendByFetch(url: URL, init: RequestInit): FetchExchange {
  const module = url.protocol === 'https:' ? https : http;
  const { request } = module;
  let sent: ClientRequest | undefined;
  let message: IncomingMessage | undefined;
  const send = (target: string, options: https.RequestOptions): ClientRequest => {
    sent = request(target, { ...options, rejectUnauthorized: true });
    sent.once('socket', refuseUnauthorized);
    sent.once('response', (answer) => {
      message = answer;
    });
    return sent;
  };
  module.request = send as typeof request;
  try {
    return {
      response: fetch(url, init),
      message: () => message,
      isOnKeptConnection: () => sent?.reusedSocket === true,
    };
  } finally {
    module.request = request;
  }
}

/**
 * An agent's options outrank those of a request, and all extensions share one agent: one of them can
 * have turned its checks off, and can have left a connection that was never checked.
 */
function refuseUnauthorized(socket: Socket): void {
  if (!(socket instanceof TLSSocket) || socket.authorized) return;
  const check = () => {
    if (socket.authorized) return;
    // An error by its type, but what Node.js puts there is the code.
    const code = String(socket.authorizationError);
    socket.destroy(Object.assign(new Error('The certificate is not trusted'), { code }));
  };
  // Either way before anything is sent, as when Node.js checks by itself.
  if (isSet(socket.authorizationError)) check();
  else socket.once('secureConnect', check);
}

/** By its type it is always there; it is null until a check has failed. */
function isSet(error: Error | null): boolean {
  return error !== null;
}
