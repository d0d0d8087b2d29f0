import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
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
  const counted = countedIn(result);
  if (counted === undefined) {
    return { passes: 0, failures: 0, problem: failure ?? 'nothing was counted.' };
  }
  const none = counted.passes + counted.failures === 0;
  return { ...counted, problem: none ? 'no test was found.' : undefined };
}

interface SuiteOrder {
  readonly host: EditorHost;
  readonly vsix: string;
  /** The path of a module that exports `run()`. */
  readonly suite: string;
  readonly grep: string | undefined;
}

interface SuiteOutcome {
  readonly passes: number;
  readonly failures: number;
  /** Why the run as a whole is no success. */
  readonly problem: string | undefined;
}

function countedIn(result: string): { passes: number; failures: number } | undefined {
  if (!existsSync(result)) return undefined;
  return JSON.parse(readFileSync(result, 'utf8')) as { passes: number; failures: number };
}
