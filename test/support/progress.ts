/** Says on stderr, in one line, what goes on: stdout belongs to results. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
