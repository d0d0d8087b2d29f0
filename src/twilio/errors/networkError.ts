import { isIP } from 'node:net';
import type { Failure, TlsProblem } from '../../core/taskrouter/failure.ts';

/**
 * The third is node-fetch's "Premature close". The fourth means that the request was still being
 * sent.
 */
const RESET_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EPIPE',
]);

/** Of `dns.lookup`: `EAI_AGAIN` if no name server answers, `ENOTFOUND` if none knows the name. */
const DNS_CODE = /^(?:ENOTFOUND$|EAI_)/;

/** Of zlib and Brotli: the body is not compressed as its header says. */
const COMPRESSION_CODE = /^(?:Z_|ERR__ERROR_|ERR_BROTLI_)/;

/** Reads why a request got no answer, from the code of the system's error. */
export function readNetworkError(
  { code, message }: { readonly code: string; readonly message: string },
  url: URL,
): Failure {
  const { host } = url;
  if (isAboutProxy(message, url)) return { kind: 'proxy', host, code };
  if (DNS_CODE.test(code)) return { kind: 'dns', host, code };
  if (code === 'ECONNREFUSED') return { kind: 'refused', host, code };
  if (RESET_CODES.has(code)) return { kind: 'reset', host, code };
  if (COMPRESSION_CODE.test(code)) return { kind: 'notJson', host };
  const problem = readTlsProblem(code);
  return problem === undefined
    ? { kind: 'network', host, code }
    : { kind: 'tls', host, code, problem };
}

/**
 * Whether an error is about another address than the request's own, which can only be a proxy's.
 *
 * This is the only place that reads an error's text: node-fetch keeps the code of the system's
 * error, but drops its address and port. Node.js puts them at the end: `getaddrinfo ENOTFOUND
 * proxy.corp`, `connect ECONNREFUSED 127.0.0.1:8888`.
 */
function isAboutProxy(message: string, { protocol, hostname, port }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const [, name] = /\bgetaddrinfo \w+ (\S+)$/.exec(message) ?? [];
  if (name !== undefined) return name.toLowerCase() !== host;

  const [, address, targetPort] = /\bconnect \w+ (\S+):(\d+)$/.exec(message) ?? [];
  if (targetPort === undefined) return false;
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return targetPort !== ownPort || (isIP(host) !== 0 && address !== host);
}

/**
 * Codes of OpenSSL and Node.js, see https://nodejs.org/api/tls.html#x509-certificate-error-codes.
 */
const tlsProblems: ReadonlyMap<string, TlsProblem> = new Map<string, TlsProblem>([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
  // The chain includes its own root certificate, as that of a company's proxy does.
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

/** All other codes of certificates and of the TLS handshake. */
const OTHER_TLS_CODE =
  /^(?:ERR_(?:TLS|SSL|OSSL)_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|UNSPECIFIED$|EPROTO$)/;

/** Returns `undefined` if the code is not about TLS. */
function readTlsProblem(code: string): TlsProblem | undefined {
  return tlsProblems.get(code) ?? (OTHER_TLS_CODE.test(code) ? 'other' : undefined);
}
