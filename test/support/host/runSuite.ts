import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { SuiteOutcome } from '../mocha/suiteOutcome.ts';
import { startTestAccount } from '../startTestAccount.ts';
import type { EditorHost } from './editorHost.ts';
import { runInHost } from './runInHost.ts';
import { writeAuthority } from './writeAuthority.ts';

/** Runs a compiled mocha suite inside the extension host of a real editor. */
export async function runSuite(order: SuiteOrder): Promise<SuiteOutcome> {
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
      ...(await writeAuthority(temporary)),
      TASKROUTER_TEST_RESULT: result,
      TASKROUTER_TEST_GREP: order.grep ?? '',
      TASKROUTER_TEST_SEED: process.env['TASKROUTER_TEST_SEED'] ?? '',
      TASKROUTER_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
    },
  });
  return outcomeIn(result) ?? noOutcome(failure ?? 'nothing was counted.');
}

interface SuiteOrder {
  readonly host: EditorHost;
  readonly vsix: string;
  /** The path of a module that exports `run()`. */
  readonly suite: string;
  readonly grep: string | undefined;
}

function outcomeIn(result: string): SuiteOutcome | undefined {
  if (!existsSync(result)) return undefined;
  return JSON.parse(readFileSync(result, 'utf8')) as SuiteOutcome;
}

function noOutcome(reason: string): SuiteOutcome {
  const failed = [{ title: 'the run as a whole', reason }];
  return { passes: 0, failures: 1, failed, triedAgain: [] };
}
