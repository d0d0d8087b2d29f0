import { fileURLToPath } from 'node:url';
import { hostEnvironment } from '../host/hostEnvironment.ts';
import { spawnGuarded, type GuardedProcess } from '../process/spawnGuarded.ts';

const READY_TIMEOUT_MS = 30_000;

/**
 * Prism, which answers from an OpenAPI document: with its examples, or with random data for
 * `Prefer: dynamic=true`. It accepts any Basic credentials and has no state.
 */
export class PrismMock {
  readonly url: string;
  readonly #process: GuardedProcess;

  /** @param document the path of the OpenAPI document */
  static async start(document: string): Promise<PrismMock> {
    const command = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
    const where = ['-h', '127.0.0.1', '-p', '0'];
    const child = spawnGuarded(process.execPath, [command, 'mock', ...where, document], {
      env: hostEnvironment({ FORCE_COLOR: '0' }),
    });
    try {
      const [, url = ''] = await child.waitFor(
        /listening on (http:\/\/127\.0\.0\.1:\d+)/,
        READY_TIMEOUT_MS,
      );
      return new PrismMock(url, child);
    } catch (error) {
      await child.stop();
      throw error;
    }
  }

  private constructor(url: string, child: GuardedProcess) {
    this.url = url;
    this.#process = child;
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}
