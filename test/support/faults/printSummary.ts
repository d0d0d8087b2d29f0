/** A row of the table, and what was seen of it. */
export interface FaultOutcome {
  readonly name: string;
  readonly said: string;
  readonly requests: number;
}

const WIDTH = 132;
const NAME_WIDTH = 42;

/** Prints a line for each row: what goes wrong, how many requests that costs, and what is said of it. */
export function printSummary(outcomes: readonly FaultOutcome[]): void {
  console.log(`\n    ${'what goes wrong'.padEnd(NAME_WIDTH)}asked  what is said`);
  for (const { name, said, requests } of outcomes) {
    const line = `${name.padEnd(NAME_WIDTH)}${String(requests).padStart(5)}  ${said}`;
    console.log(`    ${line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line}`);
  }
  console.log(`    ${outcomes.length} faults, each followed by a good fetch`);
}
