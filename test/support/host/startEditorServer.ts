import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runQuietly } from '../process/runQuietly.ts';
import { spawnGuarded } from '../process/spawnGuarded.ts';
import type { EditorServer } from './editorServer.ts';
import type { EditorServerOptions } from './editorServerOptions.ts';
import { hostEnvironment } from './hostEnvironment.ts';
import { installedExtension } from './installedExtension.ts';
import { quietly } from './quietSettings.ts';

const READY_TIMEOUT_MS = 30_000;

/** Starts an editor; resolves when it can be opened. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  // Short, as it holds sockets, whose paths end at some hundred characters.
  const temporary = await mkdtemp(resolve(tmpdir(), 'trl-'));
  try {
    return await start(options, temporary);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function start(options: EditorServerOptions, temporary: string): Promise<EditorServer> {
  const data = options.dataDir ?? resolve(temporary, 'data');
  const { entry, host, vsix, settings, port = 0 } = options;
  const userDir = resolve(data, entry === 'suite' ? 'data/User' : 'User');
  await mkdir(userDir, { recursive: true });
  await writeFile(resolve(userDir, 'settings.json'), quietly(settings));
  const env = hostEnvironment({
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    ...options.env,
  });
  const command = (entry === 'suite' ? suiteCommand : peopleCommand)(host.folder, data);
  const extensions = resolve(data, 'extensions');
  if (vsix && existsSync(extensions)) {
    // Beside others, all of which the editor has to note.
    await runQuietly(process.execPath, [...command, '--install-extension', vsix], { env });
  } else if (vsix) {
    // A copy, as an editor keeps notes there.
    await cp(await installedExtension(host, vsix), extensions, { recursive: true });
  }

  const trust = options.workspaceTrust === true ? [] : ['--disable-workspace-trust'];
  const log = options.logAll === true ? ['--log', 'trace'] : [];
  const where =
    entry === 'suite'
      ? ['--host', '127.0.0.1', '--port', String(port)]
      : ['--bind-addr', `127.0.0.1:${port}`];
  const folder = entry === 'people' && options.folder !== undefined ? [options.folder] : [];
  const child = spawnGuarded(
    process.execPath,
    [...command, ...serving[entry], ...trust, ...log, ...where, ...folder],
    { env, remove: [...(options.remove ?? []), temporary] },
  );
  try {
    const [, actualPort] = await child.waitFor(listening, READY_TIMEOUT_MS);
    return {
      url: `http://127.0.0.1:${actualPort ?? ''}/`,
      ended: child.ended,
      stop: () => child.stop(),
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

const listening =
  /(?:Extension host agent listening on |HTTP server listening on http:\/\/127\.0\.0\.1:)(\d+)/;

const serving = {
  suite: [
    '--without-connection-token',
    '--enable-smoke-test-driver',
    '--disable-telemetry',
    '--disable-experiments',
  ],
  people: ['--auth', 'none', '--disable-telemetry', '--disable-update-check'],
};

function suiteCommand(codeServer: string, data: string): string[] {
  const main = resolve(codeServer, 'lib/vscode/out/server-main.js');
  return [main, '--accept-server-license-terms', '--server-data-dir', data];
}

function peopleCommand(codeServer: string, data: string): string[] {
  // Without a configuration file of its own it writes one into the user's home.
  const config = resolve(data, 'config.yaml');
  const main = resolve(codeServer, 'out/node/entry.js');
  return [main, '--config', config, '--user-data-dir', data];
}
