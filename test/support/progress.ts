/** Prints a line about progress on stderr, as stdout is for results. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
