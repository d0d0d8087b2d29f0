import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packagedExtension, requirePackage } from '../support/packagedExtension.ts';
import { runQuietly } from '../support/process/runCommand.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { bench } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';

/*
 * The size of the package, and what each bundle consists of.
 *
 *     node test/bench/size.bench.ts
 */
type Contents = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The minimum size in bytes of parts with a row of their own. */
const LARGE = 2_000;

await bench(async () => {
  requirePackage();
  const build = ['esbuild.mts', 'extension', 'webview', '--production', '--contents'];
  await runQuietly(process.execPath, build);
  const contents = JSON.parse(
    readFileSync(resolve(projectRoot, 'out/contents.json'), 'utf8'),
  ) as Contents;
  return [sizes(contents), parts(contents)];
});

function sizes(contents: Contents): BenchTable {
  const package_ = statSync(packagedExtension().path).size;
  const files = Object.keys(contents)
    .map((name) => {
      const bytes = readFileSync(resolve(projectRoot, 'dist', name));
      return {
        name: `dist/${name}`,
        figures: [bytes.length / 1024, gzipSync(bytes).length / 1024],
      };
    })
    .sort((one, other) => (other.figures[0] ?? 0) - (one.figures[0] ?? 0));
  const sizeOf = (name: string) => files.find((file) => file.name === name)?.figures[0] ?? NaN;
  return {
    title: 'What is installed, and what of it is loaded at activation: dist/extension.cjs',
    columns: [
      { name: 'size', unit: 'KB', digits: 1 },
      { name: 'compressed', unit: 'KB', digits: 1 },
    ],
    rows: [{ name: 'the .vsix', figures: [null, package_ / 1024] }, ...files],
    goals: [
      { text: 'the .vsix', figure: package_ / 1024, limit: 420, unit: 'KB' },
      { text: 'the main file', figure: sizeOf('dist/extension.cjs'), limit: 60, unit: 'KB' },
    ],
  };
}

function parts(contents: Contents): BenchTable {
  const files = Object.entries(contents).filter(([name]) => name.endsWith('s'));
  const rows = files.flatMap(([name, sources]) => {
    const bytes = new Map<string, number>();
    for (const [source, size] of Object.entries(sources)) {
      const part = partOf(source);
      bytes.set(part, (bytes.get(part) ?? 0) + size);
    }
    return [...bytes]
      .filter(([, size]) => size >= LARGE)
      .sort(([, one], [, other]) => other - one)
      .map(([part, size]) => ({ name: `${name}: ${part}`, figures: [size / 1024] }));
  });
  return {
    title: 'What the bundles are made of, from 2 KB on',
    columns: [{ name: 'minified', unit: 'KB', digits: 1 }],
    rows,
  };
}

/** A package, or a folder of the source. */
function partOf(source: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? source.split('/').slice(0, -1).slice(0, 3).join('/');
}
