import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { projectRoot } from '../support/projectRoot.ts';
import { thirdPartyNotices } from '../../thirdPartyNotices.mts';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const readIn = (name: string, file: string) =>
  readFileSync(join(projectRoot, 'node_modules', name, file), 'utf8');

describe('The third-party notices', () => {
  let notices: string;
  let imported: ReadonlySet<string>;

  before(async () => {
    const common = { bundle: true, write: false, metafile: true, logLevel: 'error' } as const;
    const [extension, page] = await Promise.all([
      build({
        ...common,
        ...{ absWorkingDir: projectRoot, entryPoints: ['src/extension.ts'], platform: 'node' },
        ...{ mainFields: ['module', 'main'], external: ['vscode', 'web-streams-polyfill'] },
      }),
      build({
        ...common,
        ...{ absWorkingDir: projectRoot, entryPoints: ['src/webview/details/main.ts'] },
        ...{ outdir: 'dist', platform: 'browser', loader: { '.svg': 'text' } },
      }),
    ]);
    const metafiles: Metafile[] = [extension.metafile, page.metafile];
    notices = thirdPartyNotices(metafiles);
    imported = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageOf)));
  });

  it('list the packages in package.json that are bundled, and their dependencies', () => {
    const { dependencies } = JSON.parse(
      readFileSync(join(projectRoot, 'package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>;
    };
    const expected = [...Object.keys(dependencies), '@vscode/codicons', 'lit-html', 'fetch-blob'];
    for (const name of expected) assert.ok(imported.has(name), name);
  });

  it("have each package's version and full licence", () => {
    const shown = words(notices);
    // Packages that only re-export others have no code of their own in the bundle.
    const named = [...imported].filter((name) => name !== 'lit');
    assert.ok(named.length > 8);
    for (const name of named) {
      const { version, license } = JSON.parse(readIn(name, 'package.json')) as Record<
        'version' | 'license',
        string
      >;
      assert.ok(shown.includes(`${name} ${version} (${license})`), name);
      if (license === 'CC-BY-4.0') {
        assert.match(shown, /by Microsoft .* https:\/\/creativecommons\.org\/licenses\/by\/4\.0\//);
        continue;
      }
      const file = readdirSync(join(projectRoot, 'node_modules', name)).find((entry) =>
        /^licen/i.test(entry),
      );
      const text = words(
        file === undefined
          ? (readIn(name, 'README.md').split(/^License\n-+$/m)[1] ?? '')
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replace(/\n\[.*/s, '')
          : readIn(name, file),
      );
      assert.ok(text.length > 500, `${name}: no licence to compare with`);
      assert.ok(shown.includes(text), name);
    }
  });

  it('have a licence once, even if several packages share it', () => {
    const texts = notices.split(/^-{80}$/m).map((notice) => notice.split('\n\n').slice(1).join());
    assert.equal(new Set(texts).size, texts.length);
  });

  it('cannot be generated for a package without a licence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-notices-'));
    using cleanup = new DisposableStack();
    cleanup.defer(() => {
      rmSync(folder, { recursive: true });
    });
    const name = join(folder, 'node_modules/nobody-knows');
    mkdirSync(name, { recursive: true });
    writeFileSync(join(name, 'package.json'), '{"name":"nobody-knows","license":"MIT"}');
    const inputs = { [join(name, 'index.js')]: { bytesInOutput: 1 } };
    const outputs = { x: { bytes: 1, inputs, exports: [], imports: [] } };
    assert.throws(
      () => thirdPartyNotices([{ inputs: {}, outputs }]),
      /nobody-knows has no licence to be found/,
    );
  });
});

function packageOf(path: string): string[] {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return name === undefined ? [] : [name];
}
