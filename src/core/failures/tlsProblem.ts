/**
 * What is wrong with the certificate of a server: it signed itself, nobody known signed it, it has
 * expired, it is not valid yet, it is another host's. `other` is all else that keeps TLS from working.
 */
export type TlsProblem =
  'selfSigned' | 'untrusted' | 'expired' | 'notYetValid' | 'wrongHost' | 'other';
