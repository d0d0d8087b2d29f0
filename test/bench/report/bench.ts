import { parseArgs } from 'node:util';
import { printTables, type BenchTable } from './benchTable.ts';

/**
 * Runs the benchmark of the file that was started with `[--brief] [--json | --markdown]`. Prints
 * only its tables to standard output.
 */
export async function bench(
  measure: (options: BenchOptions) => Promise<readonly BenchTable[]> | readonly BenchTable[],
): Promise<void> {
  const { values } = parseArgs({
    options: {
      brief: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  });
  const measured = await measure({ brief: values.brief });
  // Figures of a brief run neither meet nor miss a goal.
  const tables = values.brief ? measured.map((table) => ({ ...table, goals: [] })) : measured;
  const format = values.json ? 'json' : values.markdown ? 'markdown' : 'text';
  console.log(printTables(tables, format));
}

export interface BenchOptions {
  /** Runs everything about once, to verify that it works. Its figures mean nothing. */
  readonly brief: boolean;
}
