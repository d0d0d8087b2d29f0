import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import {
  brokenSuite,
  OUTCOME_FILE,
  readOutcome,
  type SuiteOutcome,
} from '../mocha/suiteOutcome.ts';
import { writeAuthority } from '../server/certificates.ts';
import { startTestAccount } from '../server/testAccount.ts';
import type { EditorHost } from './editorHost.ts';
import { runInHost } from './runInHost.ts';

/** The files of test/integration to run; see `runIntegration.ts`. */
export type SuiteScope = 'all' | 'everyVersion' | 'long';

/** Runs a compiled mocha suite inside the extension host of a real editor. */
export async function runSuite(order: SuiteOrder): Promise<SuiteOutcome> {
  const started = performance.now();
  await using resources = new AsyncDisposableStack();
  const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-suite-'));
  resources.defer(() => {
    rmSync(temporary, { recursive: true, force: true });
  });
  const result = resolve(temporary, 'result.json');
  const account = await startTestAccount();
  resources.defer(() => account.close());
  const failure = await runInHost({
    ...order,
    settings: account.settings,
    env: {
      ...account.env,
      TASKROUTER_TEST_SERVER: account.server.url,
      ...(await writeAuthority(temporary)),
      [OUTCOME_FILE]: result,
      TASKROUTER_TEST_SCOPE: order.scope,
      TASKROUTER_TEST_GREP: order.grep ?? '',
      TASKROUTER_TEST_SEED: process.env['TASKROUTER_TEST_SEED'] ?? '',
      TASKROUTER_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
    },
  });
  const outcome = readOutcome(result) ?? brokenSuite(failure ?? 'nothing was counted.');
  // The extension host measures from its own start.
  const seconds = (performance.now() - started) / 1_000;
  const setUpSeconds = outcome.setUpSeconds + seconds - outcome.seconds;
  return { ...outcome, seconds, setUpSeconds };
}

interface SuiteOrder {
  readonly host: EditorHost;
  readonly vsix: string;
  /** The path of a module that exports `run()`. */
  readonly suite: string;
  readonly scope: SuiteScope;
  readonly grep: string | undefined;
}
