const PARENT_CHECK_MS = 250;

/**
 * Calls back once when somebody wants this script to end: by a signal, or by ending the process that
 * started it, as a signal that is sent to npm alone does. What `spawnGuarded` started ends with the
 * script in any case.
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
