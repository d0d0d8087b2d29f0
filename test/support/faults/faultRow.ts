import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import type { OpenFaultEndpoint, Respond } from './faultServer.ts';

/** What a user reads. */
export interface ExpectedSentence {
  readonly kind: Failure['kind'];
  /** With `{host}`, `{seconds}`, `{code}` of the system and `{duration}` for what is not the same each time. */
  readonly sentence: string;
}

/** Something that goes wrong, and what has to come of it. */
export interface FaultRow {
  readonly name: string;
  /** What the server does, or where there is none. */
  readonly fault: Respond | { readonly place: OpenFaultEndpoint };
  /** Nothing where the answer is as good as any. */
  readonly told: ExpectedSentence | undefined;
  /** How many must reach the server in all: 4 where it is asked again as often as that is allowed. */
  readonly requests: number;
  /** Of the profile that reads. */
  readonly region?: string;
  /** Where it can be tried, if not everywhere. */
  readonly only?: 'client' | 'editor';
}

/** What a sentence of the table has to be like. */
export function sentencePattern(
  { sentence }: ExpectedSentence,
  host: string,
  seconds: number,
): RegExp {
  const facts: Readonly<Record<string, string>> = {
    host: escaped(host),
    seconds: String(seconds),
    code: '[A-Z][A-Z_]+',
    duration: String.raw`\d+ (?:d|h|min|s)(?: \d+ (?:h|min|s))?`,
  };
  const parts = sentence.split(/\{(\w+)\}/);
  const pattern = parts.map((part, index) =>
    index % 2 === 0 ? escaped(part) : (facts[part] ?? ''),
  );
  return new RegExp(`^${pattern.join('')}$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

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
