import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dependabotProblems } from '../../support/github/dependabotProblems.ts';

const dependabot = readFileSync(resolve('.github/dependabot.yml'), 'utf8');

describe("The repository's own files", () => {
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
