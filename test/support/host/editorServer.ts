import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runQuietly } from '../process/runCommand.ts';
import { spawnGuarded } from '../process/spawnGuarded.ts';
import { cachedFolder } from './editorCache.ts';
import type { EditorHost } from './editorHost.ts';
import { hostEnvironment, quietly } from './hostEnvironment.ts';

/** A running editor that a browser can open. */
export interface EditorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Resolves when it has ended for any reason. */
  readonly ended: Promise<unknown>;
  /** Ends all its processes and removes its data within 2 s. */
  stop(): Promise<void>;
}

interface EditorServerOptions {
  readonly host: EditorHost;
  /**
   * `suite`: the plain server, which runs mocha in its extension host if the page's URL requests it. `people`:
   * code-server, which keeps secrets when the window is reloaded.
   */
  readonly entry: 'suite' | 'people';
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Opened by `/` (entry `people`). */
  readonly folder?: string | undefined;
  /** A packaged extension to install. */
  readonly vsix?: string | undefined;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Added to the environment of the extension host, which otherwise has no `TWILIO_*` variables. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Whether folders must be trusted first. Default: false. */
  readonly workspaceTrust?: boolean | undefined;
  /** Enables verbose logs of the editor. Default: its normal logs. */
  readonly logAll?: boolean | undefined;
  /** Kept when the editor ends. Default: a temporary one, which is removed. */
  readonly dataDir?: string | undefined;
  /** A script that the server and the extension host load first. VS Code passes on flags, but no `NODE_OPTIONS`. */
  readonly preload?: string | undefined;
  /** Folders to remove when the editor has ended. */
  readonly remove?: readonly string[] | undefined;
}

const READY_TIMEOUT_MS = 30_000;

/** Starts an editor and resolves when it can be opened. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  // A short path, as it contains sockets, whose paths are limited to about a hundred characters.
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
    // Beside other extensions, all of which the editor registers.
    await runQuietly(process.execPath, [...command, '--install-extension', vsix], { env });
  } else if (vsix) {
    // A copy, as the editor writes to it.
    await cp(await installedExtension(host, vsix), extensions, { recursive: true });
  }

  const trust = options.workspaceTrust === true ? [] : ['--disable-workspace-trust'];
  const log = options.logAll === true ? ['--log', 'trace'] : [];
  const where =
    entry === 'suite'
      ? ['--host', '127.0.0.1', '--port', String(port)]
      : ['--bind-addr', `127.0.0.1:${port}`];
  const preload = options.preload === undefined ? [] : ['--require', options.preload];
  const folder = entry === 'people' && options.folder !== undefined ? [options.folder] : [];
  const child = spawnGuarded(
    process.execPath,
    [...preload, ...command, ...serving[entry], ...trust, ...log, ...where, ...folder],
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
  // Without its own configuration file, it would write one to the user's home folder.
  const config = resolve(data, 'config.yaml');
  const main = resolve(codeServer, 'out/node/entry.js');
  return [main, '--config', config, '--user-data-dir', data];
}

/**
 * Lets the editor install a packaged extension, once for each package because it takes more than a second. Every
 * session starts with a copy.
 *
 * @returns a folder of extensions
 */
async function installedExtension(host: EditorHost, vsix: string): Promise<string> {
  const contents = await readFile(vsix);
  const folder = await cachedFolder(`extensions-${host.version}`, contents, async (aside) => {
    const data = await mkdtemp(resolve(tmpdir(), 'trl-'));
    try {
      await runQuietly(
        process.execPath,
        [
          resolve(host.folder, 'lib/vscode/out/server-main.js'),
          ...['--accept-server-license-terms', '--server-data-dir', data],
          ...['--extensions-dir', resolve(aside, 'extensions'), '--install-extension', vsix],
        ],
        { env: hostEnvironment() },
      );
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
  return resolve(folder, 'extensions');
}
