import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, resolve } from 'node:path';
import { cachedFolder } from '../../../support/host/editorCache.ts';

describe('A folder in the cache of editors', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(resolve(tmpdir(), 'cache-'));
  });
  afterEach(() => {
    rmSync(cache, { recursive: true });
  });

  let built = 0;
  const make = (
    contents: string,
    name = 'extensions-1.139',
    ready: () => Promise<unknown> = () => Promise.resolve(),
  ) =>
    cachedFolder(
      name,
      contents,
      async (aside) => {
        built += 1;
        await ready();
        writeFileSync(resolve(aside, 'contents'), contents);
      },
      cache,
    );
  const read = (folder: string) => readFileSync(resolve(folder, 'contents'), 'utf8');

  it('is built once', async () => {
    built = 0;
    const folder = await make('a');
    assert.equal(await make('a'), folder);
    assert.equal(read(folder), 'a');
    assert.equal(built, 1);
  });

  it('is complete for all who need it at the same time, and stays for those who have it', async () => {
    const go = new AbortController();
    const slow = make('a', undefined, () => once(go.signal, 'abort'));
    const fast = await make('a');
    writeFileSync(resolve(fast, 'in use'), '');
    go.abort();
    assert.equal(await slow, fast);
    assert.ok(existsSync(resolve(fast, 'in use')));
    assert.deepEqual(readdirSync(cache), [basename(fast)]);
  });

  it('replaces the one of other contents, and none of another name', async () => {
    const names = ['extensions-1.139', 'extensions-1.139.1', 'extensions-1.1'];
    const [former] = await Promise.all(names.map((name) => make('a', name)));
    const folder = await make('b');
    assert.equal(read(folder), 'b');
    assert.ok(former !== undefined && !existsSync(former));
    assert.equal(readdirSync(cache).length, names.length);
  });

  it('is not there if it cannot be built', async () => {
    const failure = new Error('no network');
    await assert.rejects(
      make('a', undefined, () => Promise.reject(failure)),
      failure,
    );
    assert.deepEqual(readdirSync(cache), []);
  });

  it('removes what a process left that has ended, and nothing of one that runs', async () => {
    await mkdir(resolve(cache, 'building-999999999-x'));
    await mkdir(resolve(cache, `building-${process.pid}-x`));
    const folder = await make('a');
    assert.deepEqual(readdirSync(cache).sort(), [`building-${process.pid}-x`, basename(folder)]);
  });
});
