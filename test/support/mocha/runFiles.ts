import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Mocha from 'mocha';
import { projectRoot } from '../projectRoot.ts';
import { mochaGlobalSetup, runMocha } from './runMocha.ts';
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
  /** The timeout of each test, in milliseconds. */
  readonly timeout: number;
  /** Runs only tests whose title contains it. Default: all. */
  readonly grep?: string | undefined;
  /** Root hooks, which replace the check for unhandled rejections. */
  readonly hooks?: Mocha.RootHookObject | undefined;
  /** Default: `spec`. */
  readonly reporter?: 'spec' | 'dot' | undefined;
}

/**
 * The test files in a folder and its subfolders, ordered by name.
 *
 * @param folder relative to the project's root
 * @param ending default: that of a test that needs no bundle
 */
export function testFilesIn(folder: string, ending = '.test.ts'): string[] {
  const path = resolve(projectRoot, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => resolve(path, name));
}
