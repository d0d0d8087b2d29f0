import assert from 'node:assert/strict';
import { folderCycles, readSources, sourceShape } from '../support/shape/sourceShape.ts';

const MAX_FILES = 15;
const MAX_LINES = 300;

/** Files over the limit, each with the reason why it is not two. */
const LONG_FILES: Readonly<Record<string, string>> = {};

describe('The sources', () => {
  const { byFiles, byLines } = sourceShape(readSources('src'));

  it('have at most 15 files in a folder', () => {
    assert.ok(byFiles.length > 20);
    assert.deepEqual(
      byFiles.filter(({ count }) => count > MAX_FILES),
      [],
    );
  });

  it('have no file over 300 lines but those that are listed with a reason', () => {
    const long = byLines.filter(({ count }) => count > MAX_LINES).map(({ path }) => path);
    assert.deepEqual(
      long.filter((path) => !(path in LONG_FILES)),
      [],
    );
  });

  it('keep no state in modules, which nobody would own and dispose', () => {
    const stateful = ['src', 'test'].flatMap((folder) =>
      readSources(folder).filter(({ text }) => /^(?:export )?let /m.test(text)),
    );
    assert.deepEqual(
      stateful.map(({ path }) => path),
      [],
    );
  });

  it('have no import cycle between folders of the core', () => {
    assert.deepEqual(folderCycles('src/core', readSources('src/core')), []);
  });
});

describe('The shape of sources', () => {
  const file = (path: string, text: string) => ({ path, text });

  it('counts files, lines and the files of each folder', () => {
    const shape = sourceShape([
      file('src/a.ts', 'one\n'),
      file('src/b/c.ts', 'one\ntwo\nthree\n'),
      file('src/b/d.ts', 'one\ntwo\n'),
    ]);
    assert.equal(shape.files, 3);
    assert.equal(shape.medianLines, 2);
    assert.deepEqual(shape.byLines[0], { path: 'src/b/c.ts', count: 3 });
    assert.deepEqual(shape.byFiles, [
      { path: 'src/b', count: 2 },
      { path: 'src', count: 1 },
    ]);
  });

  it('has no cycle where folders import only downward', () => {
    const files = [
      file('core/a/one.ts', "import { two } from '../b/two.ts';"),
      file('core/b/two.ts', "import { three } from './three.ts';"),
      file('core/b/three.ts', "import ts from 'typescript';"),
    ];
    assert.deepEqual(folderCycles('core', files), []);
  });

  it('finds folders that import each other through a third', () => {
    const files = [
      file('core/a/one.ts', "import type { Two } from '../b/two.ts';"),
      file('core/b/two.ts', "export { three } from '../c/three.ts';"),
      file('core/c/three.ts', "const one = await import('../a/one.ts');"),
      file('core/d/four.ts', "import { one } from '../a/one.ts';"),
    ];
    assert.deepEqual(folderCycles('core', files), [['core/a', 'core/b', 'core/c']]);
  });

  it('finds a cycle of two folders that goes through different folders in them', () => {
    const files = [
      file('core/a/low/one.ts', "import { two } from '../../b/two.ts';"),
      file('core/b/two.ts', "import { three } from '../a/three.ts';"),
      file('core/a/three.ts', ''),
    ];
    assert.deepEqual(folderCycles('core', files), [['core/a', 'core/b']]);
  });

  it('finds a folder that imports from a folder in it and the other way round', () => {
    const files = [
      file('core/a/one.ts', "import './low/two.ts';"),
      file('core/a/low/two.ts', "import { one } from '../one.ts';"),
    ];
    assert.deepEqual(folderCycles('core', files), [['core/a', 'core/a/low']]);
  });
});
