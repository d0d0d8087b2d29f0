import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import type { OpenFaultEndpoint, Respond } from './faultServer.ts';

/** The text for the user. */
export interface ExpectedSentence {
  readonly kind: Failure['kind'];
  /** With placeholders `{host}`, `{seconds}`, `{code}` and `{duration}` for varying values. */
  readonly sentence: string;
}

/** A fault and its expected result. */
export interface FaultRow {
  readonly name: string;
  /** What the server does, or the endpoint that replaces it. */
  readonly fault: Respond | { readonly place: OpenFaultEndpoint };
  /** Absent if the answer is valid. */
  readonly told: ExpectedSentence | undefined;
  /** The expected number of requests: 4 if all retries are used. */
  readonly requests: number;
  /** The region of the profile. */
  readonly region?: string;
  /** Where the fault can be tested, if not everywhere. */
  readonly only?: 'client' | 'editor';
}

/** The pattern that a message must match. */
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

/** A row of the table with its actual result. */
export interface FaultOutcome {
  readonly name: string;
  readonly said: string;
  readonly requests: number;
}

const WIDTH = 132;
const NAME_WIDTH = 42;

/** Prints a line for each row: the fault, the number of requests, and the message. */
export function printSummary(outcomes: readonly FaultOutcome[]): void {
  console.log(`\n    ${'what goes wrong'.padEnd(NAME_WIDTH)}asked  what is said`);
  for (const { name, said, requests } of outcomes) {
    const line = `${name.padEnd(NAME_WIDTH)}${String(requests).padStart(5)}  ${said}`;
    console.log(`    ${line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line}`);
  }
  console.log(`    ${outcomes.length} faults, each followed by a good fetch`);
}
