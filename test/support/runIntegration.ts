import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { codeServerVersions, type EditorVersion } from './host/codeServerVersions.ts';
import { prepareEditorHost } from './host/prepareEditorHost.ts';
import { runSuite } from './host/runSuite.ts';
import { runPageSuites } from './mocha/runPageSuites.ts';
import type { SuiteOutcome } from './mocha/suiteOutcome.ts';
import { tellOutcomes } from './mocha/tellOutcomes.ts';
import { onStopped } from './process/onStopped.ts';
import { progress } from './progress.ts';
import { projectRoot } from './projectRoot.ts';
import { requirePackage } from './requirePackage.ts';

/*
 * Runs test/integration in each editor, and then test/web, with the extension in a web worker:
 *
 *     node test/support/runIntegration.ts [--version 1.100|1.139|web] [--grep text]
 */

const WEB = 'web';

onStopped(() => process.exit(130));

const { values } = parseArgs({
  options: { version: { type: 'string' }, grep: { type: 'string' } },
});
const all = Object.keys(codeServerVersions) as EditorVersion[];
const isWanted = (version: string) => version === (values.version ?? version);
const versions = all.filter(isWanted);
const suite = resolve(projectRoot, 'out/integration/run.cjs');

try {
  if (![...all, WEB].some(isWanted)) {
    throw new Error(`--version is one of ${all.join(', ')}, ${WEB}.`);
  }
  if (!existsSync(suite)) throw new Error('Run "node esbuild.mts integration" first.');
  const vsix = requirePackage();
  // Together: one waits for the network while the other unpacks.
  const hosts = await Promise.all(versions.map((version) => prepareEditorHost(version)));
  const outcomes = new Map<string, SuiteOutcome>();
  for (const host of hosts) {
    const place = `VS Code ${host.version}`;
    progress(`\n${place}`);
    outcomes.set(place, await runSuite({ host, vsix, suite, grep: values.grep }));
  }
  if (isWanted(WEB)) {
    const place = 'VS Code for the Web';
    progress(`\n${place}`);
    const order = { folder: 'test/web', timeout: 60_000, grep: values.grep };
    outcomes.set(place, await runPageSuites(order));
  }
  tellOutcomes(outcomes);
  const ended = [...outcomes.values()];
  const hasPassed = ({ passes }: SuiteOutcome) => passes > 0;
  const hasRun = values.grep === undefined ? ended.every(hasPassed) : ended.some(hasPassed);
  process.exitCode = hasRun && ended.every(({ failures }) => failures === 0) ? 0 : 1;
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
