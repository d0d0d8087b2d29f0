/** Delays in ms that count as a poll of a watched Task at the shortest interval. */
const SHORTEST = 4_000;
const LONGEST = 6_000;
const TIMES_FASTER = 25;

/**
 * Lets what waits for the next poll of a watched Task wait for a fifth of a second only. The extension under
 * test has the timers of the host that it shares with the tests.
 *
 * @returns what makes them run as they did
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
