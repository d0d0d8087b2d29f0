import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { GuardOrder } from './spawnGuarded.ts';

/*
 * Runs between a script and a process that the script started; see `spawnGuarded`. When the script ends in any
 * way, even with SIGKILL, which no handler receives, this end of the pipe closes.
 */

const TERM_GRACE_MS = 1_000;
const order = JSON.parse(process.argv[2] ?? '') as GuardOrder;

// Ctrl-C in a terminal is for the script, which then closes the pipe.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// The script may no longer read the output of the process while it ends.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const child = spawn(order.command, order.args, {
  cwd: order.cwd,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = new Promise<number>((resolve) => {
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    resolve(127);
  });
  child.once('exit', (code, signal) => {
    resolve(code ?? (signal ? 128 : 1));
  });
});

process.stdin.resume();
process.stdin.on('error', () => undefined);
const code = await Promise.race([ended, once(process.stdin, 'close').then(() => 143)]);

signalGroup('SIGTERM');
await Promise.race([ended, delay(TERM_GRACE_MS)]);
// Waits for the rest of the group, but only briefly: without an init process, ended processes are never reaped
// and cannot be told from running ones.
for (let i = 0; i < 10 && signalGroup(0); i++) await delay(25);
signalGroup('SIGKILL');
for (let i = 0; i < 5 && signalGroup(0); i++) await delay(20);
for (const folder of order.remove) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(code);

function signalGroup(signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
