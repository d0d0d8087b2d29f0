/** Waits until a condition is true, at most until the test's timeout. */
export async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Lets all callbacks of settled promises run. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A promise that a test settles. */
export function deferred<T>() {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}

/** Counts the timers that are set from now on and are still pending. */
export function countTimers(): { readonly live: () => number; restore(): void } {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const live = new Set<unknown>();
  globalThis.setTimeout = ((run: () => void, milliseconds?: number) => {
    const timer = set(() => {
      live.delete(timer);
      run();
    }, milliseconds);
    live.add(timer);
    return timer;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (timer) => {
    live.delete(timer);
    clear(timer);
  };
  const restore = () => {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  };
  return { live: () => live.size, restore };
}
