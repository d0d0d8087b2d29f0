import { isIP } from 'node:net';
import type { Failure } from '../core/taskrouter/failure.ts';
import { tlsProblemOf } from './tlsProblemOf.ts';

/** node-fetch's "Premature close" is the third, and a request that was still being sent the fourth. */
const RESET: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EPIPE',
]);

/** Of `dns.lookup`: `EAI_AGAIN` where no name server answers, `ENOTFOUND` where none knows the name. */
const LOOKUP = /^(?:ENOTFOUND$|EAI_)/;

/** Of zlib and brotli: the body is not compressed as its header says. */
const COMPRESSION = /^(?:Z_|ERR__ERROR_|ERR_BROTLI_)/;

/** Why the system gave no answer to a request, by the code of its error. */
export function readNetworkError(
  { code, message }: { readonly code: string; readonly message: string },
  url: URL,
): Failure {
  const { host } = url;
  if (hasOtherTarget(message, url)) return { kind: 'proxy', host, code };
  if (LOOKUP.test(code)) return { kind: 'dns', host, code };
  if (code === 'ECONNREFUSED') return { kind: 'refused', host, code };
  if (RESET.has(code)) return { kind: 'reset', host, code };
  if (COMPRESSION.test(code)) return { kind: 'notJson', host };
  const problem = tlsProblemOf(code);
  return problem === undefined
    ? { kind: 'network', host, code }
    : { kind: 'tls', host, code, problem };
}

/**
 * Whether an error is about another address than the request's own, which can only be that of a proxy.
 *
 * This is the one place that reads the text of an error: node-fetch keeps the code of the system's
 * error, but drops its address and port. Node writes them at the end: `getaddrinfo ENOTFOUND
 * proxy.corp`, `connect ECONNREFUSED 127.0.0.1:8888`.
 */
function hasOtherTarget(message: string, { protocol, hostname, port }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const [, name] = /\bgetaddrinfo \w+ (\S+)$/.exec(message) ?? [];
  if (name !== undefined) return name.toLowerCase() !== host;

  const [, address, targetPort] = /\bconnect \w+ (\S+):(\d+)$/.exec(message) ?? [];
  if (targetPort === undefined) return false;
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return targetPort !== ownPort || (isIP(host) !== 0 && address !== host);
}
