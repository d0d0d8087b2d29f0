/** Delays in ms that are recognized as polls of a watched Task at the shortest interval. */
const SHORTEST_POLL = 4_000;
const LONGEST_POLL = 6_000;
/** How long the extension waits after a change before it checks a document or tells of new attributes. */
const CHECK_DELAY = 300;

/**
 * Shortens the wait for the next poll of a watched Task to a fifth of a second. The extension under test uses the
 * timers of the extension host, as the tests do.
 *
 * @returns a function that restores the timers
 */
export function hurryPolls(): () => void {
  return hurry((milliseconds) =>
    milliseconds >= SHORTEST_POLL && milliseconds <= LONGEST_POLL
      ? milliseconds / 25
      : milliseconds,
  );
}

/** Shortens the wait for the check of a document, which nearly every test of problems has to see. */
export function hurryChecks(): () => void {
  return hurry((milliseconds) => (milliseconds === CHECK_DELAY ? CHECK_DELAY / 10 : milliseconds));
}

function hurry(delayOf: (milliseconds: number) => number): () => void {
  const { setTimeout: set } = globalThis;
  globalThis.setTimeout = ((run: () => void, milliseconds = 0, ...rest: []) =>
    set(run, delayOf(milliseconds), ...rest)) as typeof setTimeout;
  return () => {
    globalThis.setTimeout = set;
  };
}
