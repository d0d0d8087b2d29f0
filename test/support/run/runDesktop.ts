import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findDesktopEditor } from '../desktop/findDesktopEditor.ts';
import { runDesktopSuite } from '../desktop/runDesktopSuite.ts';
import { concludeSuites } from '../mocha/suiteOutcome.ts';
import { requirePackage } from '../packagedExtension.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';

/*
 * Runs test/integration in a desktop VS Code:
 *
 *     node test/support/run/runDesktop.ts [--version 1.100.3|stable|insiders|…] [--grep text]
 *
 * Downloads the given version once, into `.vscode-test`; see `findDesktopEditor` for the default. Linux needs a
 * display: `xvfb-run -a npm run test:desktop`.
 */

try {
  const { values } = parseArgs({
    options: { version: { type: 'string' }, grep: { type: 'string' } },
  });
  const vsix = requirePackage();
  const suite = resolve(projectRoot, 'out/integration/run.cjs');
  if (!existsSync(suite)) throw new Error('Run "node esbuild.mts integration" first.');
  const cachePath = resolve(projectRoot, '.vscode-test');
  const vscodeExecutablePath = await findDesktopEditor({
    version: values.version,
    env: process.env,
    download: async (version) => {
      progress(`Looking for VS Code ${version} in ${cachePath}, or downloading it…`);
      return await downloadAndUnzipVSCode({ version, cachePath });
    },
  });
  progress(`Running the tests in ${vscodeExecutablePath}…`);
  const outcome = await runDesktopSuite({
    ...{ vscodeExecutablePath, vsix, suite, grep: values.grep },
    keptLogs: resolve(projectRoot, 'out/logs/desktop'),
  });
  process.exitCode = concludeSuites(new Map([['VS Code', outcome]]), values.grep);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
