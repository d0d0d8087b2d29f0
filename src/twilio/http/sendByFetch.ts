import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import fetch, { type RequestInit, type Response } from 'node-fetch';

export { FetchError, type Response } from 'node-fetch';

/** A request of node-fetch, with details that node-fetch does not expose. */
export interface FetchExchange {
  readonly response: Promise<Response>;
  /** The answer of Node.js. `undefined` until its headers have arrived. */
  readonly message: () => IncomingMessage | undefined;
  /** Whether it was sent on a connection that an earlier request had opened. */
  readonly isOnKeptConnection: () => boolean;
}

/**
 * Sends a request by node-fetch, and always checks the server's certificate. With
 * `NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment, the credentials could otherwise be
 * intercepted.
 *
 * node-fetch passes on no TLS option but an agent, and VS Code replaces any agent by its own. So
 * the function that node-fetch sends with is replaced during one synchronous call. No other request
 * can be sent meanwhile.
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
 * An agent's options take precedence over a request's, and all extensions share one agent. Another
 * extension may have disabled its checks, and left a connection open that was never checked.
 */
function refuseUnauthorized(socket: Socket): void {
  if (!(socket instanceof TLSSocket) || socket.authorized) return;
  const check = () => {
    if (socket.authorized) return;
    // Typed as an error, but Node.js sets it to the code.
    const code = String(socket.authorizationError);
    socket.destroy(Object.assign(new Error('The certificate is not trusted'), { code }));
  };
  // In both cases before anything is sent, as when Node.js checks the certificate itself.
  if (isSet(socket.authorizationError)) check();
  else socket.once('secureConnect', check);
}

/** Its type excludes `null`, but it is `null` until a check has failed. */
function isSet(error: Error | null): boolean {
  return error !== null;
}
