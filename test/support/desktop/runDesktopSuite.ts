import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { hostEnvironment, quietly } from '../host/hostEnvironment.ts';
import {
  brokenSuite,
  OUTCOME_FILE,
  readOutcome,
  type SuiteOutcome,
} from '../mocha/suiteOutcome.ts';
import { projectRoot } from '../projectRoot.ts';
import { writeAuthority } from '../server/certificates.ts';
import { startTestAccount } from '../server/testAccount.ts';
import { installExtension } from './installExtension.ts';

/**
 * Runs the compiled integration suite in a desktop VS Code with a copy of `test/fixtures/workspace`. Its user data
 * and extensions are temporary. If it fails, its logs are kept.
 */
export async function runDesktopSuite(order: DesktopSuiteOrder): Promise<SuiteOutcome> {
  const { vscodeExecutablePath, vsix, suite, grep = '', keptLogs } = order;
  const started = performance.now();
  await using resources = new AsyncDisposableStack();
  // A short path, as it contains VS Code's socket: macOS allows 103 characters and uses 50 for the folder.
  const temporary = mkdtempSync(resolve(tmpdir(), 'trl-'));
  resources.defer(removedAtExit(temporary));
  resources.use(endedByTestElectron());
  const data = resolve(temporary, 'data');
  const folders = [
    `--user-data-dir=${data}`,
    `--extensions-dir=${resolve(temporary, 'extensions')}`,
  ];
  await installExtension({ vscodeExecutablePath, vsix, folders, env: desktopEnvironment() });

  const account = await startTestAccount();
  resources.defer(() => account.close());
  mkdirSync(resolve(data, 'User'), { recursive: true });
  writeFileSync(resolve(data, 'User/settings.json'), quietly(account.settings));
  const workspace = resolve(temporary, 'workspace');
  cpSync(resolve(projectRoot, 'test/fixtures/workspace'), workspace, { recursive: true });
  const result = resolve(temporary, 'result.json');
  const problem = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: resolve(projectRoot, 'test/support/host/driver'),
    extensionTestsPath: suite,
    extensionTestsEnv: desktopEnvironment({
      ...account.env,
      TASKROUTER_TEST_SERVER: account.server.url,
      ...(await writeAuthority(temporary)),
      [OUTCOME_FILE]: result,
      TASKROUTER_TEST_GREP: grep,
      TASKROUTER_TEST_SEED: process.env['TASKROUTER_TEST_SEED'] ?? '',
      TASKROUTER_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
    }),
    launchArgs: [workspace, ...folders, ...keepToItself],
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const outcome = withProblem(readOutcome(result), problem);
  const logs = resolve(data, 'logs');
  rmSync(keptLogs, { recursive: true, force: true });
  const passed = outcome.failures === 0 && outcome.passes > 0;
  if (!passed && existsSync(logs)) cpSync(logs, keptLogs, { recursive: true });
  // The extension host measures from its own start.
  const seconds = (performance.now() - started) / 1_000;
  const setUpSeconds = outcome.setUpSeconds + seconds - outcome.seconds;
  return { ...outcome, seconds, setUpSeconds };
}

interface DesktopSuiteOrder {
  readonly vscodeExecutablePath: string;
  readonly vsix: string;
  /** The path of a module that exports `run()`. */
  readonly suite: string;
  /** Runs only tests whose title contains it. Default: all. */
  readonly grep?: string | undefined;
  /** The folder for VS Code's logs if a test fails. */
  readonly keptLogs: string;
}

/** Arguments that isolate VS Code from the rest of the machine. */
const keepToItself = [
  // test-electron passes it on, but its types do not include it.
  '--disable-workspace-trust',
  // Without the keyring or Keychain, which would prompt.
  '--password-store=basic',
  '--use-inmemory-secretstorage',
  // Otherwise VS Code reads the environment of a login shell, which can contain real credentials.
  '--force-disable-user-env',
];

/** Removes a folder when this process ends. Returns a function that removes it earlier. */
function removedAtExit(folder: string): () => void {
  const remove = () => {
    process.off('exit', remove);
    // On Windows, a file stays locked for a moment after the process that opened it ends.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  process.once('exit', remove);
  return remove;
}

/**
 * Lets test-electron end VS Code at each signal that ends this process: it handles only SIGINT. While it has no
 * handler, this process ends at once, but with its `exit` event.
 */
function endedByTestElectron(): Disposable {
  const onInterrupt = () => {
    if (process.listenerCount('SIGINT') === 1) process.exit(130);
  };
  const onOther = () => process.emit('SIGINT');
  process.on('SIGINT', onInterrupt);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, onOther);
  return {
    [Symbol.dispose]: () => {
      process.off('SIGINT', onInterrupt);
      for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.off(signal, onOther);
    },
  };
}

/** Fails if the editor failed although no test did. */
function withProblem(outcome: SuiteOutcome | undefined, problem: string | undefined): SuiteOutcome {
  if (outcome === undefined) return brokenSuite(problem ?? 'VS Code ended without running it.');
  if (problem === undefined || outcome.failures > 0) return outcome;
  const { failures, failed } = brokenSuite(problem);
  return { ...outcome, failures, failed };
}

/** A variable with one of these parts in its name can hold a credential, such as `NPM_TOKEN`. */
const CREDENTIAL =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PAT|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET)_?KEY(?:_ID)?)(?:_|$)|^SSH_AUTH_SOCK$/i;

/**
 * The changes to this process's environment for a desktop VS Code, as test-electron passes the whole environment
 * on. Removes the user's credentials, and what `hostEnvironment` omits.
 */
function desktopEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const kept = Object.entries(hostEnvironment()).filter(([name]) => !CREDENTIAL.test(name));
  const unset = Object.keys(process.env).map((name) => [name, undefined] as const);
  return { ...Object.fromEntries(unset), ...Object.fromEntries(kept), ...added };
}
