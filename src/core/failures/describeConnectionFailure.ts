import { message, type Message } from '../messages/message.ts';
import type { Failure } from '../taskrouter/failure.ts';

/** Describes a TLS problem, and a solution if there is one on this machine. */
export function describeTlsFailure(failure: Extract<Failure, { kind: 'tls' }>): Message {
  const { host, code, problem } = failure;
  switch (problem) {
    case 'selfSigned':
      return message(
        'The certificate of {0} is self-signed ({1}). To trust it, add it to the system’s certificates and turn on http.systemCertificates, or set NODE_EXTRA_CA_CERTS.',
        host,
        code,
      );
    case 'untrusted':
      return message(
        'The certificate of {0} is not trusted ({1}). If a company proxy signs it, add its authority to the system’s certificates and turn on http.systemCertificates, or set NODE_EXTRA_CA_CERTS.',
        host,
        code,
      );
    case 'expired':
      return message(
        'The certificate of {0} has expired ({1}). Check the clock of this machine. If it is right, the host or a proxy needs a new certificate.',
        host,
        code,
      );
    case 'notYetValid':
      return message(
        'The certificate of {0} is not valid yet ({1}). Check the clock of this machine.',
        host,
        code,
      );
    case 'wrongHost':
      return message(
        '{0} presented the certificate of another host ({1}). Check the address, and whether a proxy or a sign-in page is in between.',
        host,
        code,
      );
    case 'other':
      return message(
        'Could not establish a secure connection to {0} ({1}). If a proxy is in between, add its authority with http.systemCertificates or NODE_EXTRA_CA_CERTS.',
        host,
        code,
      );
  }
}

export function describeProxyFailure(failure: Extract<Failure, { kind: 'proxy' }>): Message {
  const { host, status, code } = failure;
  if (status !== undefined) {
    return message(
      'The proxy for {0} requires authentication ({1}). Add a user name and password to the address in http.proxy. VS Code does not send http.proxyAuthorization for extensions.',
      host,
      status,
    );
  }
  return code === undefined
    ? message(
        'The proxy for {0} refused the connection. Check http.proxy, or HTTPS_PROXY in the environment of VS Code.',
        host,
      )
    : message(
        'The proxy for {0} could not be reached ({1}). Check http.proxy, or HTTPS_PROXY in the environment of VS Code.',
        host,
        code,
      );
}
