import type { LaneJob } from './lanes.ts';

/** A part of the test run: one or several processes in sequence. */
export interface TestLevel extends LaneJob {
  /** Run one after another until one fails. */
  readonly commands: readonly (readonly string[])[];
  /** Whether it writes a `SuiteOutcome`, and fails if no test ran. */
  readonly hasTests: boolean;
  /** On two cores. The longest levels of a stage start first, until their times on this machine are known. */
  readonly seconds: number;
}

/** Levels that start before those of the next stage. No level starts after one has failed. */
export type TestStage = readonly TestLevel[];

const node = (script: string, ...args: readonly string[]) => ['node', script, ...args];
const plain = (name: string, seconds: number, ...commands: TestLevel['commands']): TestLevel => ({
  ...{ name, commands, seconds, hasTests: false },
});
const tests = (name: string, seconds: number, ...commands: TestLevel['commands']): TestLevel => ({
  ...{ name, commands, seconds, hasTests: true },
});

const UNITS = 'unit tests, bundled';
const EDITORS = 'editors';
const PACKAGE = 'package';
const BUNDLE = 'bundle';
/** The native compiler takes a third of the time. Tests need the other one, whose `tsc` has the same name. */
const TSC = 'node_modules/typescript-native/bin/tsc';
const integration = (version: string, seconds: number, scope?: 'all' | 'long') => ({
  ...tests(
    // Times are remembered by name.
    ['integration', version, scope].join(' ').trim(),
    seconds,
    node(
      'test/support/run/runIntegration.ts',
      ...['--version', version],
      ...(scope === undefined ? [] : [`--${scope}`]),
    ),
  ),
  after: [EDITORS, PACKAGE, BUNDLE],
});
/** Folders that run in one process and share its sessions. */
const e2e = (seconds: number, ...folders: readonly string[]) => ({
  ...tests(`e2e ${folders.join(', ')}`, seconds, node('test/support/run/runE2e.ts', ...folders)),
  after: [EDITORS, PACKAGE],
});

/** Levels that need no editor. */
const check: TestStage = [
  plain('lint', 6, ['oxlint']),
  ...[1, 2].map((half) => ({
    ...tests(`unit ${half}`, 22, node('test/support/run/runUnit.ts', '--half', String(half))),
    after: [UNITS],
  })),
  plain('format', 9, [
    ...['prettier', '--check', '--log-level', 'warn', '.'],
    ...['--cache', '--cache-strategy', 'metadata'],
  ]),
  plain('types', 5, node(TSC), node(TSC, '-p', 'src/webview')),
  plain('unused', 3, ['knip', '--cache']),
];

const units: TestStage = [plain(UNITS, 3, node('esbuild.mts', 'unit'))];

const editors: TestLevel = {
  ...plain(EDITORS, 30, node('test/support/run/prepareEditors.ts')),
  mostlyWaits: true,
};
const build: TestStage = [
  plain(PACKAGE, 5, ['vsce', 'package', '--no-dependencies']),
  plain(BUNDLE, 3, node('esbuild.mts', 'integration')),
];

const unitLong = tests(
  'unit long',
  40,
  node('esbuild.mts', 'unit'),
  node('test/support/run/runUnit.ts', '--long'),
);
const integrationLong: TestStage = [
  integration('1.139', 80, 'long'),
  integration('1.100', 160, 'all'),
];

export const testRuns = {
  check: [units, check],
  all: [
    units,
    [...check, editors],
    build,
    [
      e2e(120, 'accounts'),
      e2e(110, 'editor'),
      e2e(130, 'sidebar', 'details'),
      integration('1.139', 170),
      integration('1.100', 60),
      integration('web', 25),
      {
        ...tests('contract', 25, node('test/support/run/runContract.ts')),
        after: [PACKAGE],
      },
    ],
  ],
  long: [
    [editors, unitLong],
    build,
    integrationLong,
    [
      {
        ...plain('benchmarks', 200, node('test/bench/run.ts', '--brief')),
        // Other work would disturb them.
        after: [unitLong, ...integrationLong].map(({ name }) => name),
      },
    ],
  ],
} satisfies Record<string, readonly TestStage[]>;
