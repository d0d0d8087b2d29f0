import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { commands } from 'vscode';
import { mochaGlobalSetup, runMocha } from '../support/mocha/runMocha.ts';
import { OUTCOME_FILE, writeOutcome } from '../support/mocha/suiteOutcome.ts';
import { hurryChecks } from '../support/suite/hurriedTimers.ts';

/** Runs the suites in this folder inside the extension host. Rejects unless all tests pass. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: process.env['TASKROUTER_TEST_COLOR'] === 'yes',
    timeout: 60_000,
    slow: 2_000,
    forbidOnly: true,
    reporter: 'spec',
  });
  const grep = process.env['TASKROUTER_TEST_GREP'];
  if (grep) mocha.grep(grep);
  mocha.globalSetup(mochaGlobalSetup);
  const scope = process.env['TASKROUTER_TEST_SCOPE'] ?? 'all';
  for (const file of filesIn(scope)) mocha.addFile(join(__dirname, file));
  markReport();
  await commands.executeCommand('workbench.action.closeSidebar');
  hurryChecks();

  const outcome = await runMocha(mocha);
  const file = process.env[OUTCOME_FILE];
  if (file) writeOutcome(file, outcome);
  const { passes, failures } = outcome;
  if (passes + failures === 0) throw new Error('No test was found.');
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function filesIn(scope: string): string[] {
  const all = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.cjs'))
    .sort();
  const ofScope = (folder: string) => all.filter((file) => file.startsWith(`${folder}${sep}`));
  if (scope !== 'all') return ofScope(scope);
  // In the same order in every editor, and first those that need an unused extension host.
  const isApart = /^(?:everyVersion|long)[/\\]/;
  return [...ofScope('everyVersion'), ...all.filter((file) => !isApart.test(file))];
}

/** Marks the report's lines, so that the terminal can tell them from other output of the host. */
function markReport(): void {
  const mark = process.env['TASKROUTER_TEST_MARK'] ?? '';
  // Mocha exposes its console function for this purpose.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`${mark}${line}`);
  };
}
