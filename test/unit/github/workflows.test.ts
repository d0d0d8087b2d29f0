import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workflowProblems } from '../../support/github/workflowProblems.ts';

const folder = resolve('.github/workflows');
const manifest = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
};
const scripts = Object.keys(manifest.scripts);
const read = (name: string) => readFileSync(resolve(folder, name), 'utf8');

describe('The workflows of GitHub Actions', () => {
  for (const name of readdirSync(folder)) {
    it(`${name} is one, by GitHub's parser and by our rules`, async () => {
      assert.match(name, /\.yml$/);
      assert.deepEqual(await workflowProblems(name, read(name), scripts), []);
    });
  }

  it('test in the oldest VS Code that the extension is for', () => {
    const oldest = manifest.engines.vscode.replace(/^\^(\d+\.\d+)\.\d+$/, '$1');
    const [, tested] = /vscode: \[(\d+\.\d+)\.\d+, stable\]/.exec(read('ci.yml')) ?? [];
    assert.equal(tested, oldest);
  });

  it('publish by the tag, after all tests, what the tests have had', () => {
    const text = read('release.yml');
    const order = ["tags: ['v*']", '"$TAG" = "v$(node', 'npm ci', 'npm test', 'npm run package'];
    const after = [
      'npm run release:check',
      'upload-artifact',
      'vsce@',
      'ovsx@',
      'gh release create',
    ];
    const places = [...order, ...after].map((part) => text.indexOf(part));
    assert.ok(!places.includes(-1), String(places));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('give each token to the one step that needs it', () => {
    const text = read('release.yml');
    for (const token of ['VSCE_PAT', 'OVSX_PAT']) {
      assert.equal(text.split(`secrets.${token}`).length, 2, token);
    }
    assert.equal(text.match(/secrets\./g)?.length, 2);
    assert.doesNotMatch(read('ci.yml'), /secrets\.|pull_request_target/);
  });

  const step = (lines: string) => `on: push
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - ${lines}
`;
  const good: readonly (readonly [what: string, text: string])[] = [
    ['a step that runs a script', step('run: npm run package')],
    ['npm test and npm ci', step('run: npm ci && npm test -- --version 1')],
    ['an action of a major version', step('uses: actions/checkout@v7')],
    ['an action of a commit', step(`uses: a/b/c@${'0123456789'.repeat(4)}`)],
    ['npx of a version', step('run: npx --yes @vscode/vsce@4.1.0 publish')],
    ['an expression', step("run: echo ${{ github.ref == 'x' && 1 || hashFiles('a') }}")],
    ['a secret in an environment', step('run: x\n        env:\n          A: ${{ secrets.A }}')],
    ['text that only looks like npm', step('run: echo npmrun nonsense')],
  ];
  for (const [what, text] of good) {
    it(`may have ${what}`, async () => {
      assert.deepEqual(await workflowProblems('a.yml', text, scripts), []);
    });
  }

  const broken: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
    ['an unknown key', step('run: x\n        shel: bash'), /Unexpected value 'shel'/],
    ['an unknown event', step('run: x').replace('push', 'pusj'), /Unexpected value 'pusj'/],
    ['an expression with =', step('run: echo ${{ github.ref = 1 }}'), /Unexpected symbol: '='/],
    ['an unknown context', step('run: echo ${{ secret.A }}'), /Unrecognized named-value: 'secret'/],
    ['an unknown function', step('run: echo ${{ hashFile(1) }}'), /Unrecognized function/],
    ['neither run nor uses', step('name: x'), /Add one of these properties: run/],
    ['no jobs', 'on: push\n', /jobs/],
    ['what is no YAML', step('run: "x'), /./],
    [
      'a job that needs one that is not there',
      `${step('run: x')}  second:\n    needs: tests\n    runs-on: a\n    steps: [{ run: x }]\n`,
      /depends on unknown job 'tests'/,
    ],
    ['a script that is not there', step('run: npm run packge'), /no script packge/],
    ['a script of many lines', step('run: |\n          a\n          npm run b'), /no script b/],
    ['an action of a branch', step('uses: actions/checkout@main'), /@main has no version/],
    ['npx of any version', step('run: npx --yes ovsx publish'), /npx ovsx has no version/],
    ['npx of any version, scoped', step('run: npx @a/b'), /npx @a\/b has no version/],
    ['a secret in a script', step('run: x ${{ secrets.A }}'), /by its environment only/],
    ['a tag in a script', step('run: x ${{ github.ref_name }}'), /by its environment only/],
    ['no end of time', step('run: x').replace('    timeout-minutes: 5\n', ''), /may run for hours/],
    [
      'permissions to write',
      step('run: x').replace('contents: read', 'contents: write'),
      /permissions are not/,
    ],
    [
      'no permissions',
      step('run: x').replace('permissions:\n  contents: read\n', ''),
      /permissions are not/,
    ],
  ];
  for (const [what, text, problem] of broken) {
    it(`may not have ${what}`, async () => {
      const problems = await workflowProblems('a.yml', text, scripts);
      assert.match(problems.join('\n'), problem);
    });
  }
});
