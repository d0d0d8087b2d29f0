import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { retriesInCi } from '../support/mocha/retriesInCi.ts';
import { runMocha } from '../support/mocha/runMocha.ts';
import { mochaGlobalSetup } from '../support/mochaGlobalSetup.ts';

/** Runs every suite beside this file, inside the extension host. Rejects unless all tests pass. */
export async function run(): Promise<void> {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.cjs'))
    .sort();
  const mocha = new Mocha({
    ui: 'bdd',
    color: process.env['TASKROUTER_TEST_COLOR'] === 'yes',
    timeout: 20_000,
    slow: 2_000,
    retries: retriesInCi,
    forbidOnly: true,
    reporter: 'spec',
  });
  const grep = process.env['TASKROUTER_TEST_GREP'];
  if (grep) mocha.grep(grep);
  mocha.globalSetup(mochaGlobalSetup);
  for (const file of files) mocha.addFile(join(__dirname, file));
  markReport();

  const outcome = await runMocha(mocha);
  const result = process.env['TASKROUTER_TEST_RESULT'];
  if (result) writeFileSync(result, JSON.stringify(outcome));
  const { passes, failures } = outcome;
  if (passes + failures === 0) throw new Error('No test was found.');
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/** Lets the terminal that shows the report tell it from what else the host's console says. */
function markReport(): void {
  const mark = process.env['TASKROUTER_TEST_MARK'] ?? '';
  // mocha hands out its own console function for this purpose.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`${mark}${line}`);
  };
}
