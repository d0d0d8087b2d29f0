import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { findDesktopEditor } from './desktop/findDesktopEditor.ts';
import { hostEnvironment } from './host/hostEnvironment.ts';
import { quietly } from './host/quietSettings.ts';
import { concludeSuites, OUTCOME_FILE } from './mocha/concludeSuites.ts';
import { readOutcome } from './mocha/suiteOutcome.ts';
import { runQuietly } from './process/runQuietly.ts';
import { progress } from './progress.ts';
import { projectRoot } from './projectRoot.ts';
import { requirePackage } from './requirePackage.ts';
import { startTestAccount } from './startTestAccount.ts';

/*
 * Runs test/integration in a desktop VS Code, see `findDesktopEditor`. Its user data are temporary.
 */

const temporary = mkdtempSync(resolve(tmpdir(), 'trl-'));
try {
  const vsix = requirePackage();
  const vscodeExecutablePath = await findDesktopEditor();
  const env = hostEnvironment();
  const userDir = resolve(temporary, 'data/User');
  const dirs = [
    `--user-data-dir=${resolve(temporary, 'data')}`,
    `--extensions-dir=${resolve(temporary, 'extensions')}`,
  ];
  const [cli = '', ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, {
    reuseMachineInstall: true,
  });
  await runQuietly(cli, [...cliArgs, ...dirs, '--install-extension', vsix], { env });

  const account = await startTestAccount();
  mkdirSync(userDir, { recursive: true });
  writeFileSync(resolve(userDir, 'settings.json'), quietly(account.settings));
  const folder = resolve(temporary, 'workspace');
  cpSync(resolve(projectRoot, 'test/fixtures/workspace'), folder, { recursive: true });
  const result = resolve(temporary, 'result.json');
  try {
    const unwanted = Object.keys(process.env).filter((name) => env[name] === undefined);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: resolve(import.meta.dirname, 'host/driver'),
      extensionTestsPath: resolve(projectRoot, 'out/integration/run.cjs'),
      extensionTestsEnv: {
        ...Object.fromEntries(unwanted.map((name) => [name, undefined])),
        ...account.env,
        TASKROUTER_TEST_SERVER: account.server.url,
        [OUTCOME_FILE]: result,
      },
      launchArgs: [folder, ...dirs, '--disable-workspace-trust', '--password-store=basic'],
    });
  } finally {
    await account.close();
  }
  const outcome = readOutcome(result);
  if (outcome !== undefined) concludeSuites(new Map([['VS Code', outcome]]), undefined);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
