import assert from 'node:assert/strict';
import { isMet, printTables, type BenchTable } from '../../../bench/report/benchTable.ts';
import { compareRuns } from '../../../bench/report/compareRuns.ts';
import { powerOf, quantile } from '../../../bench/report/figures.ts';

describe('The figures of benchmarks', () => {
  for (const [share, value] of [
    [0, 1],
    [0.5, 5],
    [0.9, 9],
    [1, 10],
  ] as const) {
    it(`have ${String(value)} at ${String(share)} of 1, 5, 9 and others`, () => {
      assert.equal(quantile([10, 4, 9, 1, 5, 8, 2, 5, 5, 7, 3].sort(), share), value);
    });
  }

  it('have no median without values', () => {
    assert.throws(() => quantile([], 0.5), RangeError);
  });

  for (const power of [0, 0.5, 1, 2]) {
    it(`grow with the power ${String(power)} if their costs do`, () => {
      const points = [10, 100, 1_000].map((size) => [size, 3 * size ** power] as const);
      assert.ok(Math.abs(powerOf(points) - power) < 1e-9);
    });
  }

  for (const [figure, moreIsBetter, met] of [
    [1, false, true],
    [1.01, false, false],
    [NaN, false, false],
    [1, true, true],
    [0.99, true, false],
  ] as const) {
    const better = moreIsBetter ? 'at least' : 'at most';
    it(`${met ? 'meet' : 'miss'} ${better} 1 with ${String(figure)}`, () => {
      const goal = { text: 'it', figure, limit: 1, unit: 'ms', moreIsBetter };
      assert.equal(isMet(goal), met);
    });
  }
});

describe('A table of a benchmark', () => {
  const table: BenchTable = {
    title: 'Things',
    columns: [
      { name: 'p50', unit: 'ms' },
      { name: 'found', unit: '', digits: 0, isNote: true },
    ],
    rows: [
      { name: 'here', figures: [1234.567, 3] },
      { name: 'a | b', figures: [null] },
    ],
    goals: [{ text: 'p50', figure: 1234.567, limit: 1_000, unit: 'ms' }],
  };

  it('is a text with aligned columns', () => {
    assert.equal(
      printTables([table], 'text'),
      [
        'Things',
        '           p50, ms   found',
        '  here    1,234.57       3',
        '  a | b                   ',
        '  ✘ p50: 1,234.57 ms, at most 1,000.00 ms',
      ].join('\n'),
    );
  });

  it('is Markdown in which no name breaks a cell', () => {
    assert.equal(
      printTables([table], 'markdown'),
      [
        '**Things**',
        '',
        '|  | p50, ms | found |',
        '| --- | --: | --: |',
        '| here | 1,234.57 | 3 |',
        '| a \\| b |  |  |',
        '',
        '✘ p50: 1,234.57 ms, at most 1,000.00 ms',
      ].join('\n'),
    );
  });

  it('is the same after JSON', () => {
    const [again] = JSON.parse(printTables([table], 'json')) as readonly BenchTable[];
    assert.deepEqual(again, table);
  });
});

describe('Two revisions', () => {
  const run = (time: number, speed: number | null): readonly BenchTable[] => [
    {
      title: 'Things',
      columns: [
        { name: 'time', unit: 'ms' },
        { name: 'speed', unit: 'MB/s', moreIsBetter: true },
        { name: 'found', unit: '', isNote: true },
      ],
      rows: [{ name: 'here', figures: [time, speed, 7] }],
    },
  ];

  it('are compared run by run, and by the better result of each', () => {
    const here = [run(1, 10), run(2, 20), run(9, 30)];
    const there = [run(4, 5), run(4, 40), run(4, 25)];
    const [compared] = compareRuns('v1', { here, there });
    assert.deepEqual(compared?.rows, [
      { name: 'here: time, ms', figures: [4, 2, 0.5, 2] },
      { name: 'here: speed, MB/s', figures: [25, 20, 0.8, 2] },
    ]);
  });

  it('are not compared by figures that one of them lacks', () => {
    const [compared] = compareRuns('v1', { here: [run(1, null)], there: [run(4, 5)] });
    assert.deepEqual(
      compared?.rows.map(({ name }) => name),
      ['here: time, ms'],
    );
  });
});
