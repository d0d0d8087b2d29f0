/** Counts the timers that are set from now on and have neither ended nor been cleared. */
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
