import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type StrykerOptions,
} from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import type FastCheck from 'fast-check';
import Mocha from 'mocha';

/**
 * What measures work or memory takes a minute with a mutant in every line, and of mutants it tells what
 * other tests tell.
 */
const measured =
  /^(?:The work of finding SIDs|Watching for long) | hashes of all kinds, in every encoding$| stops at the five thousandth SID$/;

const anything = /(?:)/;

const require = createRequire(import.meta.url);

/** That of the tests, which are CommonJS: the module that "import" finds has settings of its own. */
const { configureGlobal } = require('fast-check') as typeof FastCheck;

/** What instrumented code reads to know which mutant it is, and where it counts what it went through. */
function instrumented(): InstrumenterContext {
  const owner = globalThis as Record<string, unknown>;
  return (owner[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

function anyOf(titles: readonly string[]): RegExp {
  return new RegExp(
    `^(?:${titles.map((title) => title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})$`,
  );
}

function prepare(suite: Mocha.Suite, bail: boolean): void {
  suite.bail(bail);
  suite.tests = suite.tests.filter((test) => !measured.test(test.fullTitle()));
  for (const inner of suite.suites) prepare(inner, bail);
}

/** Tests that are loaded, and can run again and again. */
class LoadedTests extends Mocha {
  constructor(files: readonly string[]) {
    // Stryker ends what takes too long, and the process with it.
    super({ timeout: 0, reporter: Mocha.reporters.Base });
    this.cleanReferencesAfterRun(false);
    for (const file of files) this.addFile(file);
    this.loadFiles();
  }
}

/** Runs built unit tests for Stryker, whose own runner cannot load mocha 12, nor any test anew. */
class MochaRunner implements TestRunner {
  static readonly inject: [typeof commonTokens.options] = [commonTokens.options];

  readonly #folders: readonly string[];
  #loaded: LoadedTests | undefined;

  constructor(options: StrykerOptions) {
    this.#folders = options['tests'] as readonly string[];
    // The same cases for every mutant, and none made smaller: that one fails is all that is asked.
    configureGlobal({ seed: 7, endOnFailure: true });
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    const result = await this.#run(anything, disableBail);
    const { mutantCoverage } = instrumented();
    return mutantCoverage ? { ...result, mutantCoverage } : result;
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, disableBail, hitLimit, mutantActivation, testFilter } = options;
    const context = instrumented();
    Object.assign(context, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    if (options.reloadEnvironment) this.#loaded = undefined;
    if (mutantActivation === 'static') context.activeMutant = activeMutant.id;
    else delete context.activeMutant;
    this.#loaded ??= this.#load();
    context.activeMutant = activeMutant.id;
    const result = await this.#run(testFilter ? anyOf(testFilter) : anything, disableBail);
    return toMutantRunResult(determineHitLimitReached(context.hitCount, hitLimit) ?? result);
  }

  #load(): LoadedTests {
    const files = this.#folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.cjs'))
        .map((name) => resolve(folder, name)),
    );
    for (const file of files) Reflect.deleteProperty(require.cache, file);
    return new LoadedTests(files);
  }

  async #run(grep: RegExp, disableBail: boolean) {
    const mocha = (this.#loaded ??= this.#load());
    mocha.grep(grep);
    prepare(mocha.suite, !disableBail);
    const tests: TestResult[] = [];
    const context = instrumented();
    await new Promise<void>((done) => {
      mocha
        .run(() => {
          done();
        })
        // What a suite prepares is tried with the first of its tests.
        .on('suite', ({ tests: [first] }) => {
          if (first) context.currentTestId = first.fullTitle();
        })
        .on('test', (test) => {
          context.currentTestId = test.fullTitle();
        })
        .on('pass', (test) => {
          const id = test.fullTitle();
          const timeSpentMs = test.duration ?? 0;
          tests.push({ id, name: id, timeSpentMs, status: TestStatus.Success });
        })
        .on('fail', (test, error: unknown) => {
          const id = context.currentTestId ?? test.fullTitle();
          const failureMessage = error instanceof Error ? error.message : String(error);
          tests.push({ id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage });
        })
        .on('suite end', () => {
          delete context.currentTestId;
        });
    });
    return { status: DryRunStatus.Complete as const, tests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'mocha12', MochaRunner)];

export const strykerValidationSchema = {
  properties: { tests: { type: 'array', items: { type: 'string' } } },
};
