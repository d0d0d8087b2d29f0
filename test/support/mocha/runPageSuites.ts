import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Mocha from 'mocha';
import { mochaHooks } from '../e2e/mochaHooks.ts';
import { projectRoot } from '../projectRoot.ts';
import { retriesInCi } from './retriesInCi.ts';
import { runMocha } from './runMocha.ts';
import type { SuiteOutcome } from './suiteOutcome.ts';

/** Runs the tests of a folder that act on an editor through its page. mocha stays in this process. */
export async function runPageSuites(order: PageSuiteOrder): Promise<SuiteOutcome> {
  const { timeout, grep } = order;
  const mocha = new Mocha({
    timeout,
    slow: timeout / 6,
    retries: retriesInCi,
    forbidOnly: true,
    reporter: 'spec',
  });
  if (grep !== undefined) mocha.grep(grep);
  mocha.rootHooks(mochaHooks);
  const folder = resolve(projectRoot, order.folder);
  for (const name of readdirSync(folder).sort()) mocha.addFile(resolve(folder, name));
  await mocha.loadFilesAsync();
  return await runMocha(mocha);
}

interface PageSuiteOrder {
  /** From the project's root. */
  readonly folder: string;
  /** Of each test, in milliseconds. */
  readonly timeout: number;
  /** Runs only tests whose title has it. Default: all. */
  readonly grep: string | undefined;
}
