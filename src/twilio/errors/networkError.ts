import { isIP } from 'node:net';
import type { Failure, TlsProblem } from '../../core/taskrouter/failure.ts';

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

/** Codes of OpenSSL and Node, see https://nodejs.org/api/tls.html#x509-certificate-error-codes. */
const problems: ReadonlyMap<string, TlsProblem> = new Map<string, TlsProblem>([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
  // The chain ends with an authority that came along, as that of a company's proxy does.
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'notYetValid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongHost'],
  ['HOSTNAME_MISMATCH', 'wrongHost'],
]);

/** All other codes of certificates and of the handshake. */
const OTHER =
  /^(?:ERR_(?:TLS|SSL|OSSL)_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|UNSPECIFIED$|EPROTO$)/;

/** What the code of an error says about a certificate; nothing if that is not what it is about. */
function tlsProblemOf(code: string): TlsProblem | undefined {
  return problems.get(code) ?? (OTHER.test(code) ? 'other' : undefined);
}
