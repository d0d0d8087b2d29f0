import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a fake desktop VS Code does when it runs a suite. */
export interface StandInPlan {
  /** The outcome that it writes. Default: none. */
  readonly outcome?: Readonly<Record<string, unknown>>;
  readonly exitCode?: number;
  /** The signal that it ends with. */
  readonly signal?: NodeJS.Signals;
  /** A signal that it sends to its parent; it then continues until it is told to end. */
  readonly interrupt?: { readonly at: 'install' | 'suite'; readonly signal: NodeJS.Signals };
  /** The exit code of its command line when it installs an extension. Default: 0. */
  readonly installExitCode?: number;
  readonly grep?: string;
}

/** How it was started. */
export interface StandInCall {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The contents of the folders in its arguments at that time. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly workspaceFiles: readonly string[];
}

/** A run of the suite in a fake editor. */
export interface StandInRun {
  /** The folder of everything that the run leaves. */
  readonly folder: string;
  readonly vsix: string;
  readonly exitCode: number | null;
  readonly output: string;
  readonly install: StandInCall | undefined;
  readonly suite: StandInCall | undefined;
  /** The remaining files in the folder for temporary files. */
  readonly leftOver: readonly string[];
}

/** The file that a fake editor writes when it is told to end. */
export const TOLD_TO_END = 'told to end';

const suite = resolve('out/integration/run.cjs');

/**
 * Runs the suite in a separate process, like `npm run test:desktop`.
 *
 * @param env added to the environment of this process
 */
export async function runInStandIn(
  plan: StandInPlan,
  env: Readonly<Record<string, string>> = {},
): Promise<StandInRun> {
  const folder = mkdtempSync(resolve(tmpdir(), 'desktop-test-'));
  const temporary = resolve(folder, 'tmp');
  mkdirSync(temporary);
  const vsix = resolve(folder, 'some extension.vsix');
  const order = {
    ...{ vscodeExecutablePath: writeStandIn(folder, plan), vsix, suite, grep: plan.grep },
    keptLogs: resolve(folder, 'kept logs'),
  };
  const script = `
    import { runDesktopSuite } from '${urlOf('desktop/runDesktopSuite.ts')}';
    import { concludeSuites } from '${urlOf('mocha/suiteOutcome.ts')}';
    const order = ${JSON.stringify(order)};
    const outcome = await runDesktopSuite(order);
    process.exitCode = concludeSuites(new Map([['VS Code', outcome]]), order.grep);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exitCode = await new Promise<number | null>((ended) => {
    child.once('close', ended);
  });
  return {
    ...{ folder, vsix, exitCode, output },
    install: readCall(resolve(folder, 'install.json')),
    suite: readCall(resolve(folder, 'suite.json')),
    leftOver: readdirSync(temporary),
  };
}

function urlOf(module: string): string {
  return pathToFileURL(resolve('test/support', module)).href;
}

/** Writes an executable and its command line to the same places as in VS Code. */
function writeStandIn(folder: string, plan: StandInPlan): string {
  const [executable, cli] =
    process.platform === 'darwin'
      ? ['Code.app/Contents/MacOS/Code', 'Code.app/Contents/Resources/app/bin/code']
      : ['VS Code/code', 'VS Code/bin/code'];
  const script = resolve(folder, 'standIn.cjs');
  writeFileSync(script, standIn(folder, plan));
  for (const path of [executable, cli].map((name) => resolve(folder, name))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
    chmodSync(path, 0o755);
  }
  return resolve(folder, executable);
}

function standIn(folder: string, plan: StandInPlan): string {
  return `
    const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
    const plan = ${JSON.stringify(plan)};
    const args = process.argv.slice(2);
    const installs = args.includes('--install-extension');
    const data = args.find((arg) => arg.startsWith('--user-data-dir=')).split('=')[1];
    const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
    const call = {
      args,
      env: process.env,
      settings: read(data + '/User/settings.json'),
      workspaceFiles: installs ? [] : readdirSync(args[0]),
    };
    const file = ${JSON.stringify(folder)} + (installs ? '/install.json' : '/suite.json');
    writeFileSync(file, JSON.stringify(call));
    if (plan.interrupt?.at === (installs ? 'install' : 'suite')) {
      for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
          writeFileSync(${JSON.stringify(resolve(folder, TOLD_TO_END))}, signal);
          process.exit(0);
        });
      }
      // Ends eventually, even if it is never told to.
      setTimeout(() => undefined, 60_000);
      process.kill(process.ppid, plan.interrupt.signal);
      return;
    }
    if (installs) {
      console.log('what it says of the extension');
      process.exit(plan.installExitCode ?? 0);
    }
    mkdirSync(data + '/logs', { recursive: true });
    writeFileSync(data + '/logs/main.log', 'what happened');
    if (plan.outcome) {
      writeFileSync(process.env.TASKROUTER_TEST_OUTCOME, JSON.stringify(plan.outcome));
    }
    if (plan.signal) {
      setInterval(() => undefined, 1000);
      process.kill(process.pid, plan.signal);
    } else {
      process.exitCode = plan.exitCode ?? 0;
    }`;
}

function readCall(path: string): StandInCall | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as StandInCall) : undefined;
}
