import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { codeServerVersions, type EditorVersion } from './host/codeServerVersions.ts';
import { prepareEditorHost } from './host/prepareEditorHost.ts';
import { runSuite } from './host/runSuite.ts';
import { runWebSuite } from './host/runWebSuite.ts';
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
  const totals = { passes: 0, failures: 0 };
  let failed = false;
  for (const host of hosts) {
    progress(`\nVS Code ${host.version}`);
    const outcome = await runSuite({ host, vsix, suite, grep: values.grep });
    totals.passes += outcome.passes;
    totals.failures += outcome.failures;
    if (outcome.problem !== undefined) {
      failed = true;
      progress(`VS Code ${host.version}: ${outcome.problem}`);
    }
  }
  if (isWanted(WEB)) {
    progress('\nVS Code for the Web');
    const { passes, failures } = await runWebSuite(values.grep);
    totals.passes += passes;
    totals.failures += failures;
  }
  console.log(`${totals.passes} passed, ${totals.failures} failed`);
  process.exitCode = failed || totals.failures > 0 || totals.passes === 0 ? 1 : 0;
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
