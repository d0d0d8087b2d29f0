import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mochaHooks } from '../e2e/mochaHooks.ts';
import { codeServerVersions, prepareEditorHost, type EditorVersion } from '../host/editorHost.ts';
import { runSuite, type SuiteScope } from '../host/runSuite.ts';
import { runFiles, testFilesIn } from '../mocha/runFiles.ts';
import { concludeSuites, type SuiteOutcome } from '../mocha/suiteOutcome.ts';
import { requirePackage } from '../packagedExtension.ts';
import { onStopped } from '../process/onStopped.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';

/*
 * Runs test/integration in each editor, and then test/web with the extension in a web worker:
 *
 *     node test/support/run/runIntegration.ts [--version 1.100|1.139|web] [--grep text] [--all | --long]
 *
 * The oldest editor runs only `test/integration/everyVersion`, which depends on the editor's version, or with
 * `--all` as much as the current one. `--long` runs the slow tests in `test/integration/long`.
 */

const WEB = 'web';
const CURRENT: EditorVersion = '1.139';

onStopped(() => process.exit(130));

const { values } = parseArgs({
  options: {
    version: { type: 'string' },
    grep: { type: 'string' },
    all: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
});
const all = Object.keys(codeServerVersions) as EditorVersion[];
const isWanted = (version: string) => version === (values.version ?? version);
const suite = resolve(projectRoot, 'out/integration/run.cjs');
const scopeOf = (version: EditorVersion): SuiteScope => {
  if (values.long) return 'long';
  return values.all || version === CURRENT ? 'all' : 'everyVersion';
};

try {
  if (![...all, WEB].some(isWanted)) {
    throw new Error(`--version is one of ${all.join(', ')}, ${WEB}.`);
  }
  if (!existsSync(suite)) throw new Error('Run "node esbuild.mts integration" first.');
  const vsix = requirePackage();
  const hosts = await Promise.all(
    all.filter(isWanted).map((version) => prepareEditorHost(version)),
  );
  const outcomes = new Map<string, SuiteOutcome>();
  for (const host of hosts) {
    const name = `VS Code ${host.version}`;
    progress(`\n${name}`);
    const scope = scopeOf(host.version);
    outcomes.set(name, await runSuite({ host, vsix, suite, scope, grep: values.grep }));
  }
  if (isWanted(WEB)) {
    const name = 'VS Code for the Web';
    progress(`\n${name}`);
    const files = testFilesIn('test/web');
    const order = { files, timeout: 240_000, grep: values.grep, hooks: mochaHooks };
    outcomes.set(name, await runFiles(order));
  }
  process.exitCode = concludeSuites(outcomes, values.grep);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
