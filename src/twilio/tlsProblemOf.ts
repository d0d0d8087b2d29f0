import type { TlsProblem } from '../core/taskrouter/failure.ts';

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
export function tlsProblemOf(code: string): TlsProblem | undefined {
  return problems.get(code) ?? (OTHER.test(code) ? 'other' : undefined);
}
