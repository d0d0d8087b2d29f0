import { message, type Message } from '../messages/message.ts';
import type { Failure } from '../taskrouter/failure.ts';

/** Describes a TLS problem, and a solution if there is one on this machine. */
export function describeTlsFailure(failure: Extract<Failure, { kind: 'tls' }>): Message {
  const { host, code, problem } = failure;
  switch (problem) {
    case 'selfSigned':
      return message(
        'The certificate of {0} is signed by itself ({1}): if you trust it, add it to the certificates of this system and turn on http.systemCertificates, or start VS Code with NODE_EXTRA_CA_CERTS naming its file.',
        host,
        code,
      );
    case 'untrusted':
      return message(
        'The certificate of {0} is signed by nobody whom VS Code knows ({1}), as a company’s own proxy does: add its authority to the certificates of this system and turn on http.systemCertificates, or start VS Code with NODE_EXTRA_CA_CERTS naming its file.',
        host,
        code,
      );
    case 'expired':
      return message(
        'The certificate of {0} has expired ({1}): look at the clock of this machine; if that is right, whoever runs the host, or a proxy before it, has to renew it.',
        host,
        code,
      );
    case 'notYetValid':
      return message(
        'The certificate of {0} is not valid yet ({1}): look at the clock of this machine.',
        host,
        code,
      );
    case 'wrongHost':
      return message(
        'What answered for {0} showed the certificate of another host ({1}): the address may be wrong, or a proxy or a sign-in page stands in between.',
        host,
        code,
      );
    case 'other':
      return message(
        'No secure connection to {0} came about ({1}): a proxy may stand in between, whose authority VS Code has to know by http.systemCertificates or NODE_EXTRA_CA_CERTS.',
        host,
        code,
      );
  }
}

export function describeProxyFailure(failure: Extract<Failure, { kind: 'proxy' }>): Message {
  const { host, status, code } = failure;
  if (status !== undefined) {
    return message(
      'The proxy for {0} requires authentication ({1}). Put a user name and a password into the address in http.proxy: VS Code does not send http.proxyAuthorization for extensions.',
      host,
      status,
    );
  }
  return code === undefined
    ? message(
        'The proxy on the way to {0} let no connection through: look at http.proxy, or at HTTPS_PROXY in the environment that VS Code was started from.',
        host,
      )
    : message(
        'The proxy on the way to {0} cannot be reached ({1}): look at http.proxy, or at HTTPS_PROXY in the environment that VS Code was started from.',
        host,
        code,
      );
}
