import { parseArgs } from 'node:util';
import { printTables, type BenchTable } from './benchTable.ts';

/**
 * Runs a benchmark, for which its file is started: `[--brief] [--json | --markdown]`. Prints its tables,
 * and nothing else, to standard output.
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
  // Figures that say nothing neither meet a goal nor miss it.
  const tables = values.brief ? measured.map((table) => ({ ...table, goals: [] })) : measured;
  const format = values.json ? 'json' : values.markdown ? 'markdown' : 'text';
  console.log(printTables(tables, format));
}

export interface BenchOptions {
  /** Does each thing once or so, to see that it works: its figures say nothing. */
  readonly brief: boolean;
}
