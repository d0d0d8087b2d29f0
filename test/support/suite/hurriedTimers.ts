/** Delays in ms that are recognized as polls of a watched Task at the shortest interval. */
const SHORTEST = 4_000;
const LONGEST = 6_000;
const TIMES_FASTER = 25;

/**
 * Shortens the wait for the next poll of a watched Task to a fifth of a second. The extension under test uses the
 * timers of the extension host, as the tests do.
 *
 * @returns a function that restores the timers
 */
export function hurryTimers(): () => void {
  const { setTimeout: set } = globalThis;
  globalThis.setTimeout = ((run: () => void, milliseconds = 0, ...rest: []) => {
    const isPoll = milliseconds >= SHORTEST && milliseconds <= LONGEST;
    return set(run, isPoll ? milliseconds / TIMES_FASTER : milliseconds, ...rest);
  }) as typeof setTimeout;
  return () => {
    globalThis.setTimeout = set;
  };
}
