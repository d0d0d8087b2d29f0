import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import {
  runInStandIn,
  TOLD_TO_END,
  type StandInCall,
  type StandInPlan,
  type StandInRun,
} from '../support/desktop/standInEditor.ts';
import { testCredentials } from '../support/server/testCredentials.ts';
import { waitFor } from '../support/waiting.ts';

/** The outcome of a suite, in the format that `test/integration/run.ts` writes. */
function outcome(passes: number, failures = 0): Readonly<Record<string, unknown>> {
  const failed = failures > 0 ? [{ title: 'A Task opens', reason: 'it did not' }] : [];
  const times = { seconds: 1, setUpSeconds: 1, slowestFiles: [], slowestTests: [] };
  return { passes, failures, skipped: 0, failed, ...times };
}

/** The environment of a developer who runs the tests, with their own credentials. */
const person = {
  TWILIO_ACCOUNT_SID: 'AC of theirs',
  TWILIO_AUTH_TOKEN: 'secret of theirs',
  TWILIO_API_KEY: 'SK of theirs',
  TWILIO_REGION: 'ie1',
  GITHUB_TOKEN: 'secret of theirs',
  VSCE_PAT: 'secret of theirs',
  OVSX_PAT: 'secret of theirs',
  AWS_SECRET_ACCESS_KEY: 'secret of theirs',
  AWS_ACCESS_KEY_ID: 'secret of theirs',
  OPENAI_API_KEY: 'secret of theirs',
  DB_PASSWORD: 'secret of theirs',
  NODE_OPTIONS: '--no-deprecation',
  ELECTRON_RUN_AS_NODE: '1',
  VSCODE_IPC_HOOK: '/run/of-theirs.sock',
  XAUTHORITY: '/home/person/.Xauthority',
  KEYBOARD: 'not a key',
};

const runs: StandInRun[] = [];
async function run(...args: Parameters<typeof runInStandIn>): Promise<StandInRun> {
  const one = await runInStandIn(...args);
  runs.push(one);
  return one;
}

function valueOf({ args }: StandInCall, name: string): string {
  const values = args.filter((arg) => arg.startsWith(`--${name}=`));
  assert.equal(values.length, 1, `--${name} in ${args.join(' ')}`);
  return values[0]?.slice(`--${name}=`.length) ?? '';
}

describe('The integration suite in a desktop VS Code', function () {
  this.timeout(60_000);
  after(() => {
    for (const { folder } of runs) rmSync(folder, { recursive: true, force: true });
  });

  describe('with tests that pass', () => {
    let ended: StandInRun;
    let suite: StandInCall;
    let install: StandInCall;
    before(async () => {
      ended = await run({ outcome: outcome(3), grep: 'a Task & "more"' }, person);
      assert.ok(ended.suite && ended.install, ended.output);
      ({ suite, install } = ended);
    });

    it('exits with 0 and prints the number of tests', () => {
      assert.equal(ended.exitCode, 0, ended.output);
      assert.match(ended.output, /3 passed, 0 failed/);
    });

    it("installs the package by VS Code's command line, into the folders of the suite", () => {
      const at = install.args.indexOf('--install-extension');
      assert.equal(install.args[at + 1], ended.vsix);
      for (const name of ['user-data-dir', 'extensions-dir']) {
        assert.equal(valueOf(install, name), valueOf(suite, name));
      }
    });

    it('opens a copy of the fixtures, and runs the compiled suite beside the driver', () => {
      const [workspace = ''] = suite.args;
      assert.equal(basename(workspace), 'workspace');
      assert.ok(suite.workspaceFiles.length > 0);
      assert.notEqual(resolve(workspace), resolve('test/fixtures/workspace'));
      assert.equal(valueOf(suite, 'extensionTestsPath'), resolve('out/integration/run.cjs'));
      const driver = valueOf(suite, 'extensionDevelopmentPath');
      assert.equal(driver, resolve('test/support/host/driver'));
      assert.ok(existsSync(resolve(driver, 'package.json')));
    });

    it('trusts the folder, and uses neither the keyring nor the login shell', () => {
      for (const arg of [
        '--disable-workspace-trust',
        '--password-store=basic',
        '--use-inmemory-secretstorage',
        '--force-disable-user-env',
        '--disable-updates',
      ]) {
        assert.ok(suite.args.includes(arg), arg);
      }
    });

    it('keeps user data and extensions in a temporary folder with a short path', () => {
      const temporary = resolve(ended.folder, 'tmp');
      for (const name of ['user-data-dir', 'extensions-dir']) {
        assert.ok(valueOf(suite, name).startsWith(temporary));
      }
      // The path may have 103 characters on macOS: 49 and /private before it, and 14 for VS Code's
      // socket.
      assert.ok(valueOf(suite, 'user-data-dir').length - temporary.length <= 30);
    });

    it('uses the settings of the test account, without telemetry or prompts', () => {
      assert.equal(suite.settings['telemetry.telemetryLevel'], 'off');
      const url = suite.settings['taskrouter.apiBaseUrl'];
      assert.match(String(url), /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.equal(suite.env['TASKROUTER_TEST_SERVER'], url);
    });

    it('has the test account in its environment, and no credentials of the developer', () => {
      const { env } = suite;
      assert.equal(env['TWILIO_ACCOUNT_SID'], testCredentials.accountSid);
      assert.equal(env['TWILIO_AUTH_TOKEN'], testCredentials.authToken);
      for (const { env: one } of [suite, install]) {
        const theirs = Object.entries(one).filter(([, value]) => value?.includes('of theirs'));
        assert.deepEqual(theirs, []);
        for (const name of ['TWILIO_REGION', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']) {
          assert.equal(one[name], undefined, name);
        }
        assert.equal(one['VSCODE_IPC_HOOK'], undefined);
        // A display needs this file. The filter for credentials must not remove it, despite its
        // name.
        assert.equal(one['XAUTHORITY'], person.XAUTHORITY);
        assert.equal(one['KEYBOARD'], person.KEYBOARD);
        assert.ok(one['PATH']);
      }
      assert.equal(install.env['TWILIO_AUTH_TOKEN'], undefined);
    });

    it('passes the tests to run, the file for the outcome, and the trusted certificate to the suite', () => {
      const { env } = suite;
      assert.equal(env['TASKROUTER_TEST_GREP'], 'a Task & "more"');
      const temporary = dirname(suite.args[0] ?? '');
      for (const name of [
        'TASKROUTER_TEST_OUTCOME',
        'TASKROUTER_TEST_AUTHORITY',
        'NODE_EXTRA_CA_CERTS',
      ]) {
        assert.equal(dirname(env[name] ?? ''), temporary, name);
      }
    });

    it('removes all temporary files', () => {
      assert.deepEqual(ended.leftOver, []);
      assert.equal(existsSync(resolve(ended.folder, 'kept logs')), false);
    });
  });

  const failing: readonly (readonly [what: string, plan: StandInPlan, says: RegExp])[] = [
    [
      'tests that fail',
      { outcome: outcome(2, 1), exitCode: 1 },
      /A Task opens\s+it did not[^]*2 passed, 1 failed/,
    ],
    ['tests that fail in an editor that ends with 0', { outcome: outcome(2, 1) }, /1 failed/],
    ['an editor that fails after its tests', { outcome: outcome(2), exitCode: 7 }, /with code 7/],
    [
      'an editor that a signal ends before it tells',
      { signal: 'SIGKILL' },
      /terminated with signal SIGKILL/,
    ],
    ['an editor that runs nothing and ends with 0', {}, /ended without running it/],
    ['a suite of no tests', { outcome: outcome(0) }, /No test ran/],
    ['a title that no test has', { outcome: outcome(0), grep: 'nonsense' }, /No test ran/],
  ];
  describe('that fails', () => {
    let ended: readonly StandInRun[] = [];
    before(async () => {
      ended = await Promise.all(failing.map(([, plan]) => run(plan)));
    });

    for (const [index, [what, , says]] of failing.entries()) {
      it(`exits with 1 for ${what}, and keeps only logs`, () => {
        const one = ended[index];
        assert.ok(one);
        assert.equal(one.exitCode, 1, one.output);
        assert.match(one.output, says);
        assert.deepEqual(one.leftOver, []);
        assert.ok(existsSync(resolve(one.folder, 'kept logs/main.log')));
      });
    }
  });

  it('prints why the package could not be installed, and runs no suite', async () => {
    const ended = await run({ installExitCode: 3, outcome: outcome(2) });
    assert.equal(ended.exitCode, 1);
    assert.match(ended.output, /could not install [^]*It ended with 3\.\s+what it says of the ext/);
    assert.equal(ended.suite, undefined);
    assert.deepEqual(ended.leftOver, []);
  });

  const interrupts = [
    { at: 'suite', signal: 'SIGINT', exitCode: 1 },
    { at: 'suite', signal: 'SIGTERM', exitCode: 1 },
    { at: 'install', signal: 'SIGINT', exitCode: 130 },
    { at: 'install', signal: 'SIGTERM', exitCode: 130 },
  ] as const;
  for (const { at, signal, exitCode } of interrupts) {
    it(`stops VS Code and removes all temporary files when ${signal} arrives at the ${at}`, async () => {
      const ended = await run({ interrupt: { at, signal } });
      assert.equal(ended.exitCode, exitCode, ended.output);
      assert.deepEqual(ended.leftOver, []);
      await waitFor(() => existsSync(resolve(ended.folder, TOLD_TO_END)));
    });
  }
});
