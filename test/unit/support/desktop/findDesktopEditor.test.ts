import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { findDesktopEditor } from '../../../support/desktop/findDesktopEditor.ts';

const executable = process.platform === 'win32' ? 'Code.exe' : 'code';

describe('Which desktop VS Code the suite runs in', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(resolve(tmpdir(), 'find-editor-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string): string {
    const path = resolve(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    return path;
  }

  async function find(
    search: Partial<Parameters<typeof findDesktopEditor>[0]> & { readonly fails?: string },
  ): Promise<{ readonly path: string; readonly downloaded: readonly string[] }> {
    const downloaded: string[] = [];
    const path = await findDesktopEditor({
      version: undefined,
      env: {},
      places: [],
      download: (version) => {
        downloaded.push(version);
        return search.fails === undefined
          ? Promise.resolve(`/downloaded/${version}`)
          : Promise.reject(new Error(search.fails));
      },
      ...search,
    });
    return { path, downloaded };
  }

  const versions = [
    ...['stable', 'insiders', '1.100.3', '1.139.0', '1.140.0-insider', 'insiders-unreleased'],
    '0123456789abcdef0123456789abcdef01234567',
  ];
  for (const version of versions) {
    it(`downloads ${version} if it is requested, whatever is installed`, async () => {
      const env = { VSCODE_EXECUTABLE_PATH: write('chosen') };
      const found = await find({ version, env, places: [write('installed')] });
      assert.deepEqual(found, { path: `/downloaded/${version}`, downloaded: [version] });
    });
  }

  for (const version of ['', '1.100', 'v1.100.3', 'Stable', 'latest', '../../etc', '1.100.3 ']) {
    it(`rejects "${version}" and explains what a version is`, async () => {
      await assert.rejects(find({ version }), /--version is stable, insiders, a version such as/);
    });
  }

  it('prefers VSCODE_EXECUTABLE_PATH to an installed one', async () => {
    const chosen = write('chosen');
    const env = { VSCODE_EXECUTABLE_PATH: chosen };
    const found = await find({ env, places: [write('installed')] });
    assert.deepEqual(found, { path: chosen, downloaded: [] });
  });

  it('fails if VSCODE_EXECUTABLE_PATH does not exist', async () => {
    const env = { VSCODE_EXECUTABLE_PATH: resolve(folder, 'gone') };
    await assert.rejects(find({ env, places: [write('installed')] }), /gone, where there is nothi/);
  });

  it('finds the one of the command "code", through links', async () => {
    const installed = write(`VS Code/${executable}`);
    const command = write('VS Code/bin/code');
    mkdirSync(resolve(folder, 'bin'));
    symlinkSync(command, resolve(folder, 'bin/code'));
    const found = await find({ env: { PATH: resolve(folder, 'bin') } });
    assert.deepEqual(found, { path: installed, downloaded: [] });
  });

  it('ignores a command "code" of another program', async () => {
    write('bin/code');
    const installed = write('installed');
    const env = { PATH: resolve(folder, 'bin') };
    const found = await find({ env, places: [resolve(folder, 'gone'), installed] });
    assert.deepEqual(found, { path: installed, downloaded: [] });
  });

  it('downloads the current one if none is installed', async () => {
    assert.deepEqual(await find({}), { path: '/downloaded/stable', downloaded: ['stable'] });
  });

  it('explains why a download failed and what to do', async () => {
    const fails = 'getaddrinfo ENOTFOUND';
    await assert.rejects(find({ fails }), /ENOTFOUND\): install it, or set VSCODE_EXECUTABLE_PATH/);
    await assert.rejects(
      find({ version: '1.100.3', fails }),
      /1\.100\.3 .*: getaddrinfo ENOTFOUND/,
    );
  });
});
