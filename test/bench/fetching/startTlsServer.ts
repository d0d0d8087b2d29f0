import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeCertificate } from '../../support/server/certificates.ts';

/** A server that runs until it is disposed. */
export interface TlsServer extends AsyncDisposable {
  /**
   * Environment variables for client processes: the server's URL, and its certificate authority.
   */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the server of `tlsServer.ts`. */
export async function startTlsServer(): Promise<TlsServer> {
  const authority = await makeCertificate({ authorityName: 'Known to the benchmarks' });
  const certificate = await makeCertificate({ signedBy: authority });
  const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-bench-'));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, authority.cert);
  const worker = new Worker(new URL('tlsServer.ts', import.meta.url), { workerData: certificate });
  const [url] = (await once(worker, 'message')) as [string];
  return {
    env: { TASKROUTER_BENCH_URL: url, NODE_EXTRA_CA_CERTS: file },
    [Symbol.asyncDispose]: async () => {
      await worker.terminate();
      rmSync(folder, { recursive: true });
    },
  };
}
