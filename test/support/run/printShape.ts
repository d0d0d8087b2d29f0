import { folderCycles, readSources, sourceShape } from '../shape/sourceShape.ts';

/*
 * Prints how large the files and folders of `src` are, and which folders of the core import each other:
 *
 *     npm run shape
 */

const { files, medianLines, byLines, byFiles } = sourceShape(readSources('src'));
const cycles = folderCycles('src/core', readSources('src/core'));
const short = byLines.filter(({ count }) => count < 20);
const long = byLines.filter(({ count }) => count > 300);
const rows: readonly (readonly [name: string, value: number, where?: string | undefined])[] = [
  ['files in src', files],
  ['median file, lines', medianLines],
  ['largest file, lines', byLines[0]?.count ?? 0, byLines[0]?.path],
  ['largest folder, files', byFiles[0]?.count ?? 0, byFiles[0]?.path],
  ['files under 20 lines', short.length, short.map(({ path }) => path).join(' ')],
  ['files over 300 lines', long.length, long.map(({ path }) => path).join(' ')],
  [
    'import cycles between folders of src/core',
    cycles.length,
    cycles.map((cycle) => cycle.join(' ⇄ ')).join('; '),
  ],
];
for (const [name, value, where = ''] of rows) {
  console.log(`${name.padEnd(42)}${String(value).padStart(5)}  ${where}`.trimEnd());
}
