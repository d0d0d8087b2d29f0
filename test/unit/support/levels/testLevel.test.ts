import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { testRuns, type TestStage } from '../../../support/levels/testLevel.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
const levels = Object.values(testRuns).flat(2);

describe('The levels of tests', () => {
  it('run existing scripts', () => {
    for (const { name, commands } of levels) {
      assert.ok(commands.length > 0, name);
      for (const [program, ...args] of commands) {
        const script = args.find((arg) => !arg.startsWith('--')) ?? '';
        if (program === 'node') assert.ok(existsSync(resolve(script)), `${name}: ${script}`);
      }
    }
  });

  it('have unique names in each run, as their logs have the same names', () => {
    for (const stages of Object.values(testRuns)) {
      const names = stages.flat().map(({ name }) => name.replaceAll(/\W+/g, '-'));
      assert.deepEqual(names, [...new Set(names)]);
    }
  });

  it('do the same by the same name in each run, as their times are remembered by name', () => {
    const commandsOf = new Map(levels.map(({ name, commands }) => [name, commands]));
    for (const { name, commands } of levels) assert.deepEqual(commands, commandsOf.get(name));
  });

  it('wait only for levels of the same run, before them', () => {
    for (const stages of Object.values<readonly TestStage[]>(testRuns)) {
      const before = new Set<string>();
      for (const stage of stages) {
        const names = stage.map(({ name }) => name);
        for (const { name, after = [] } of stage) {
          for (const other of after) {
            assert.ok(before.has(other) || names.includes(other), `${name} waits for ${other}`);
          }
        }
        for (const name of names) before.add(name);
      }
    }
  });

  it('include every folder of tests in npm test or npm run test:long', () => {
    const commands = levels.flatMap((level) => level.commands.map((command) => command.join(' ')));
    for (const folder of readdirSync('test/e2e')) {
      assert.ok(
        commands.some(
          (one) => one.startsWith('node test/support/run/runE2e.ts') && one.includes(folder),
        ),
        `test/e2e/${folder} is run by no level`,
      );
    }
    for (const version of ['1.100', '1.139', 'web']) {
      assert.ok(commands.includes(`node test/support/run/runIntegration.ts --version ${version}`));
    }
  });

  it('are run by the scripts of package.json and by CI', () => {
    const run = (name: string) => `exec node test/support/run/runLevels.ts ${name}`;
    assert.equal(scripts['check'], run('check'));
    assert.equal(scripts['test'], run('all'));
    assert.equal(scripts['test:long'], run('long'));
    assert.match(readFileSync('.ci/run', 'utf8'), /^npm ci\nnpm test$/m);
  });
});
