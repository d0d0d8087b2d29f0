import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeCertificate } from '../server/makeCertificate.ts';

/**
 * Makes an authority that an editor trusts.
 *
 * @returns what to add to its environment; a suite finds the authority itself, with its key, in the
 * file that `TASKROUTER_TEST_AUTHORITY` names
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
