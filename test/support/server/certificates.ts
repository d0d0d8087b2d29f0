import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generate, type SelfsignedOptions } from 'selfsigned';

/** A key and a certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** The host of a server's certificate. Default: 127.0.0.1. */
  readonly host?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** The issuer. Default: self-signed. */
  readonly signedBy?: Certificate;
  /** Creates the certificate of an authority with a unique name. */
  readonly authorityName?: string;
}

/** Creates a certificate. */
export async function makeCertificate(options: CertificateOptions = {}): Promise<Certificate> {
  const { host, notBefore, notAfter, signedBy, authorityName } = options;
  const name = authorityName ?? host ?? '127.0.0.1';
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: authorityName === undefined ? serverExtensions(host) : authorityExtensions,
    ...(notBefore !== undefined && { notBeforeDate: notBefore }),
    ...(notAfter !== undefined && { notAfterDate: notAfter }),
    ...(signedBy !== undefined && { ca: signedBy }),
  });
  return { key: made.private, cert: made.cert };
}

type Extensions = NonNullable<SelfsignedOptions['extensions']>;

const authorityExtensions: Extensions = [
  { name: 'basicConstraints', cA: true, critical: true },
  { name: 'keyUsage', keyCertSign: true, critical: true },
];

function serverExtensions(host: string | undefined): Extensions {
  const altName =
    host === undefined
      ? ({ type: 7, ip: '127.0.0.1' } as const)
      : ({ type: 2, value: host } as const);
  return [
    { name: 'basicConstraints', cA: false },
    { name: 'subjectAltName', altNames: [altName] },
  ];
}

/**
 * Creates an authority that an editor trusts.
 *
 * @returns additions to its environment; a suite finds the authority with its key in the file that
 * `TASKROUTER_TEST_AUTHORITY` names
 */
export async function writeAuthority(folder: string): Promise<Readonly<Record<string, string>>> {
  const authority = await makeCertificate({ authorityName: 'Known to the editor under test' });
  const [file, certificates] = [
    resolve(folder, 'authority.json'),
    resolve(folder, 'authority.pem'),
  ];
  writeFileSync(file, JSON.stringify(authority));
  writeFileSync(certificates, authority.cert);
  return { TASKROUTER_TEST_AUTHORITY: file, NODE_EXTRA_CA_CERTS: certificates };
}
