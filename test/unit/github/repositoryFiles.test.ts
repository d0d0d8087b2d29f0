import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dependabotProblems } from '../../support/github/dependabotProblems.ts';

const dependabot = readFileSync(resolve('.github/dependabot.yml'), 'utf8');

describe("The repository's own files", () => {
  it('are not in the package', () => {
    const vsce = resolve('node_modules/@vscode/vsce/vsce');
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [vsce, 'ls', '--no-dependencies'],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stderr);
    const packed = stdout.trim().split('\n');
    assert.ok(packed.includes('README.md'), stdout);
    const own = /^\.|^(?:CODE_OF_CONDUCT|CONTRIBUTING|SECURITY)\.md$|^test\/|\.mts$/;
    assert.deepEqual(
      packed.filter((name) => own.test(name)),
      [],
    );
    for (const name of ['.github', 'CODE_OF_CONDUCT.md', 'SECURITY.md']) {
      assert.ok(existsSync(resolve(name)), name);
    }
  });

  it('in .github are those that GitHub knows', () => {
    const files = readdirSync(resolve('.github'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
    assert.deepEqual(files, [
      ...['bug.yml', 'ci.yml', 'config.yml', 'dependabot.yml', 'feature.yml', 'release.yml'],
    ]);
  });

  it('keep dependencies and actions current, by the rules of Dependabot', () => {
    assert.deepEqual(dependabotProblems(dependabot), []);
    for (const ecosystem of ['npm', 'github-actions']) {
      assert.ok(dependabot.includes(`package-ecosystem: ${ecosystem}`), ecosystem);
    }
  });

  const broken: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
    ['another version', 'version: 2', 'version: 1'],
    ['no updates', /updates:[^]*/, ''],
    ['an unknown ecosystem', 'package-ecosystem: npm', 'package-ecosystem: node'],
    ['no directory', '    directory: /\n', ''],
    ['an unknown interval', 'interval: weekly', 'interval: hourly'],
    ['no interval', '      interval: weekly\n', '      day: monday\n'],
    ['an unknown kind of update', '[minor, patch]', '[minor, tiny]'],
    ['an ignored dependency without a name', "dependency-name: '@types/vscode'", 'versions: [1]'],
    ['what is no YAML', 'version: 2', 'version: ['],
  ];
  for (const [what, from, to] of broken) {
    it(`of Dependabot may not have ${what}`, () => {
      const text = dependabot.replace(from, to);
      assert.notEqual(text, dependabot);
      assert.notDeepEqual(dependabotProblems(text), []);
    });
  }
});
