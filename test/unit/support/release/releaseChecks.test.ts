import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { releaseChecks, type Release } from '../../../support/release/releaseChecks.ts';

interface Change {
  readonly size?: number;
  readonly log?: string;
  /** Added, changed, or left out. */
  readonly files?: Readonly<Record<string, string | Buffer | undefined>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
}

const manifestText = readFileSync(resolve('package.json'), 'utf8');
const { version } = JSON.parse(manifestText) as { version: string };
const image = '<img alt="x" src="https://github.com/taskrouter-lens/x/raw/HEAD/media/x.png">';

/** One that may be published, apart from the change. */
function release({ size = 200_000, log = ' DONE  Packaged', files, manifest }: Change): Release {
  const packed: Record<string, string | Buffer | undefined> = {
    'package.json': JSON.stringify({ ...(JSON.parse(manifestText) as object), ...manifest }),
    'package.nls.json': '{}',
    'package.nls.ja.json': '{}',
    'l10n/bundle.l10n.ja.json': '{}',
    'readme.md': image,
    'changelog.md': `# Changelog\n\n## ${version} – unreleased\n\n- Something\n\n## 0.0.9\n\n- Less`,
    'LICENSE.txt': 'MIT',
    'dist/extension.cjs': '',
    'dist/webview/details.js': '',
    'dist/webview/icons/gone-dark.svg': '',
    'dist/THIRD-PARTY-NOTICES.txt':
      '\n@vscode-elements/elements 1\n@vscode/codicons 1\njsonc-parser 1\nnode-fetch 1\n',
    'media/icon.png': readFileSync(resolve('media/icon.png')),
    ...files,
  };
  const present = Object.entries(packed).flatMap(([name, content]) =>
    content === undefined ? [] : [[`extension/${name}`, Buffer.from(content)] as const],
  );
  return { size, log, files: new Map([['[Content_Types].xml', Buffer.alloc(0)], ...present]) };
}

const problemsOf = (change: Change) =>
  releaseChecks(release(change)).flatMap(({ problems }) => problems);

/** A PNG with as many pixels, as far as its header says. */
function smallIcon(): Buffer {
  const icon = Buffer.from(readFileSync(resolve('media/icon.png')));
  icon.writeUInt32BE(128, 16);
  return icon;
}

describe('The checks before a release', () => {
  it('pass for a valid package, with a summary', () => {
    assert.deepEqual(problemsOf({}), []);
    const said = releaseChecks(release({})).map(({ what }) => what);
    assert.ok(said.includes(`the version is ${version}`));
    assert.ok(said.includes(`CHANGELOG begins with ${version} and says 1 things of it`));
    assert.ok(said.includes('200000 of 430080 bytes'));
  });

  const wrong: readonly (readonly [what: string, change: Change, problem: RegExp])[] = [
    ['a warning of vsce', { log: ' WARNING  A LICENSE is missing' }, /LICENSE is missing/],
    ['a version of four parts', { manifest: { version: '1.0.0-beta' } }, /not three numbers/],
    [
      'other types than those of the engine',
      { manifest: { engines: { vscode: '^1.99.0' } } },
      /types of/,
    ],
    [
      'a changelog of an earlier version',
      { files: { 'changelog.md': '## 0.0.9\n\n- x' } },
      /first section is "0\.0\.9"/,
    ],
    [
      'a changelog without a section',
      { files: { 'changelog.md': '# Changelog' } },
      /first section is ""/,
    ],
    ['a section without a word', { files: { 'changelog.md': `## ${version}\n` } }, /says nothing/],
    [
      'a file that nobody allowed',
      { files: { 'src/extension.ts': '' } },
      /src\/extension\.ts may not be packed/,
    ],
    ['a map of the code', { files: { 'dist/extension.cjs.map': '' } }, /may not be packed/],
    [
      'a picture of README',
      { files: { 'media/screenshots/task-dark.png': '' } },
      /may not be packed/,
    ],
    [
      'no notices',
      { files: { 'dist/THIRD-PARTY-NOTICES.txt': undefined } },
      /NOTICES\.txt is missing/,
    ],
    ['too many bytes', { size: 430_081 }, /^1 bytes too many/],
    [
      'a package that no notice names',
      { manifest: { dependencies: { lodash: '1' } } },
      /lodash is missing/,
    ],
    ['three keywords', { manifest: { keywords: ['a', 'b', 'c'] } }, /keywords/],
    ['no category', { manifest: { categories: [] } }, /categories/],
    ['no banner', { manifest: { galleryBanner: undefined } }, /galleryBanner/],
    ['no licence', { manifest: { license: undefined } }, /license/],
    ['no repository', { manifest: { repository: undefined } }, /repository/],
    ['a small icon', { files: { 'media/icon.png': smallIcon() } }, /it has 128 × 256/],
    ['no icon', { files: { 'media/icon.png': undefined } }, /no PNG/],
    [
      'a picture that only the repository has',
      { files: { 'readme.md': '<img src="media/x.png">' } },
      /is relative/,
    ],
    [
      'a picture that depends on the theme',
      { files: { 'readme.md': `<picture>${image}</picture>` } },
      /does not show <picture/,
    ],
    [
      'a picture with several sources',
      { files: { 'readme.md': image.replace('>', ' srcset="media/x.png">') } },
      /does not show srcset=/,
    ],
    ['no picture', { files: { 'readme.md': 'text' } }, /it has none/],
  ];
  for (const [what, change, problem] of wrong) {
    it(`fail for ${what}`, () => {
      assert.match(problemsOf(change).join('\n'), problem);
    });
  }
});
