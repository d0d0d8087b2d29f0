const PARENT_CHECK_MS = 250;

/**
 * Calls back once when this script should end: on a signal, or when its parent process ends, as when a signal is
 * sent only to npm. Processes from `spawnGuarded` end with the script in any case.
 */
export function onStopped(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) once();
  }, PARENT_CHECK_MS);
  timer.unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, once);

  function once(): void {
    clearInterval(timer);
    stop();
  }
}
