import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';
import { GuardedProcess } from './guardedProcess.ts';
import type { GuardOrder } from './guardOrder.ts';

/**
 * Starts a process in a group of its own. The whole group ends, and its folders are removed, when
 * `stop()` is called and also when this script dies without a chance to clean up.
 */
export function spawnGuarded(
  command: string,
  args: readonly string[],
  options: SpawnGuardedOptions = {},
): GuardedProcess {
  const { cwd = projectRoot, env = process.env, remove = [] } = options;
  const order: GuardOrder = { command, args, cwd, remove };
  const guard = resolve(import.meta.dirname, 'guard.ts');
  return new GuardedProcess(
    spawn(process.execPath, [guard, JSON.stringify(order)], {
      env,
      // The terminal sends Ctrl-C to every process of the foreground group: not to this one.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  );
}

interface SpawnGuardedOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly remove?: readonly string[];
}
