import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runInLanes } from '../levels/lanes.ts';
import { readLastTimes, rememberTimes } from '../levels/lastTimes.ts';
import {
  describeResults,
  faultOf,
  inMinutes,
  startsMore,
  type LevelResult,
} from '../levels/levelResult.ts';
import { testRuns, type TestLevel } from '../levels/testLevel.ts';
import { describeFailures, OUTCOME_FILE, readOutcome } from '../mocha/suiteOutcome.ts';
import { onStopped } from '../process/onStopped.ts';
import { spawnGuarded } from '../process/spawnGuarded.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';

/*
 * Runs levels of tests, some at the same time, and prints their results:
 *
 *     node test/support/run/runLevels.ts check|all|long [--keep-going] [--lanes number]
 *
 * No level starts after one has failed, except with `--keep-going`.
 *
 * As many run at the same time as there are lanes. Default: one per core, and at most four. The output of each
 * level is in `out/logs`.
 */

/** More would slow each other down: an editor, its browser and the test keep two cores busy. */
const MAX_LANES = 4;

onStopped(() => process.exit(130));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lanes: { type: 'string' }, 'keep-going': { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
const lanes = Number(values.lanes ?? Math.min(availableParallelism(), MAX_LANES));
if (!isRun(name) || !(lanes >= 1)) {
  progress(`Name one of ${Object.keys(testRuns).join(', ')}, and at least one lane.`);
  process.exit(2);
}
const logs = resolve(projectRoot, 'out/logs');
mkdirSync(logs, { recursive: true });
const lastTimes = readLastTimes();
const last = lastTimes.get(name);
const stages = testRuns[name].map((stage) =>
  stage.toSorted((a, b) => expectedSeconds(b) - expectedSeconds(a)),
);
progress(
  `Running ${stages.map((stage) => stage.map((level) => level.name).join(', ')).join('; then ')}. ` +
    `${lanes} at a time. ` +
    (last === undefined
      ? 'No run in this folder has passed yet.'
      : `Last time: ${inMinutes(last)}.`),
);

const results: LevelResult[] = [];
await runInLanes<TestLevel>(stages.flat(), lanes, async (level) => {
  const result = await runLevel(level);
  results.push(result);
  tell(result);
  return startsMore(result, values['keep-going']);
});
const seconds = performance.now() / 1_000;
const failed = results.filter((result) => faultOf(result) !== undefined);
if (failed.length === 0) {
  const times = results.map(({ level, seconds: spent }) => [level.name, spent] as const);
  rememberTimes(new Map([...times, [name, seconds]]));
}
const lines = failed.flatMap(({ level, outcome, tail }) =>
  outcome === undefined
    ? [`${level.name}: failed\n${tail}`]
    : describeFailures(level.name, outcome),
);
const sum = (count: 'passes' | 'failures') =>
  results.reduce((total, { outcome }) => total + (outcome?.[count] ?? 0), 0);
console.log(
  [
    '',
    ...lines,
    ...describeResults(results, seconds, lastTimes),
    `${sum('passes')} passed, ${sum('failures')} failed`,
  ].join('\n'),
);
process.exit(failed.length === 0 ? 0 : 1);

function isRun(text: string): text is keyof typeof testRuns {
  return Object.hasOwn(testRuns, text);
}

function expectedSeconds(level: TestLevel): number {
  return lastTimes.get(level.name) ?? level.seconds;
}

async function runLevel(level: TestLevel): Promise<LevelResult> {
  const started = performance.now();
  const file = resolve(logs, level.name.replaceAll(/\W+/g, '-'));
  const outcomeFile = `${file}.json`;
  rmSync(outcomeFile, { force: true });
  const log = createWriteStream(`${file}.log`);
  let exitCode = 0;
  let tail = '';
  for (const [command = '', ...args] of level.commands) {
    // The folder for all temporary files. Its name is short, as it contains sockets, whose paths are limited to about
    // a hundred characters.
    const temporary = mkdtempSync(resolve(tmpdir(), 'trl-'));
    const child = spawnGuarded(command, args, {
      env: {
        // Node.js strips types and compiles once for all processes of all runs.
        NODE_COMPILE_CACHE: resolve(projectRoot, 'node_modules/.cache/node'),
        ...process.env,
        [OUTCOME_FILE]: outcomeFile,
        TMPDIR: temporary,
      },
      remove: [temporary],
    });
    child.onOutput((text) => log.write(text));
    exitCode = await child.ended;
    tail = child.tail;
    if (exitCode !== 0) break;
  }
  log.end();
  await once(log, 'close');
  const outcome = level.hasTests ? readOutcome(outcomeFile) : undefined;
  return { level, exitCode, seconds: (performance.now() - started) / 1_000, outcome, tail };
}

function tell(result: LevelResult): void {
  const { level, outcome, seconds: spent } = result;
  const fault = faultOf(result);
  const count = outcome === undefined ? '' : `, ${outcome.passes} tests`;
  const log = `out/logs/${level.name.replaceAll(/\W+/g, '-')}.log`;
  progress(
    fault === undefined
      ? `✔ ${level.name}${count}, ${inMinutes(spent)}`
      : `✘ ${level.name} ${fault}, see ${log}`,
  );
}
