import { parseArgs } from 'node:util';
import type { BenchOptions } from './benchOptions.ts';
import type { BenchTable } from './benchTable.ts';
import { printTables } from './printTables.ts';

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
