import Mocha from 'mocha';
import { mochaGlobalSetup } from '../mochaGlobalSetup.ts';
import { runMocha } from './runMocha.ts';
import type { SuiteOutcome } from './suiteOutcome.ts';

/** Runs test files in this process. */
export async function runFiles(order: FilesOrder): Promise<SuiteOutcome> {
  const { files, timeout, grep, hooks, reporter = 'spec' } = order;
  const mocha = new Mocha({ timeout, slow: timeout / 6, forbidOnly: true, reporter });
  if (grep !== undefined) mocha.grep(grep);
  if (hooks === undefined) mocha.globalSetup(mochaGlobalSetup);
  else mocha.rootHooks(hooks);
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return await runMocha(mocha);
}

interface FilesOrder {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Of each test, in milliseconds. */
  readonly timeout: number;
  /** Runs only tests whose title has it. Default: all. */
  readonly grep?: string | undefined;
  /** Before and after all tests, in place of the check for promises that nobody awaits. */
  readonly hooks?: Mocha.RootHookObject | undefined;
  /** Default: `spec`. */
  readonly reporter?: 'spec' | 'dot' | undefined;
}
