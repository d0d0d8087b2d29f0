import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runQuietly } from '../process/runCommand.ts';
import { spawnGuarded } from '../process/spawnGuarded.ts';
import { cachedFolder } from './editorCache.ts';
import type { EditorHost } from './editorHost.ts';
import { hostEnvironment, quietly } from './hostEnvironment.ts';

/** A running editor, to be opened in a browser. */
export interface EditorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Resolves when it has ended, by itself too. */
  readonly ended: Promise<unknown>;
  /** Ends every process that it consists of, and removes its data, within 2 s. */
  stop(): Promise<void>;
}

interface EditorServerOptions {
  readonly host: EditorHost;
  /**
   * `suite`: the plain server, which runs mocha in its extension host when the page's URL asks for it.
   * `people`: code-server, which keeps secrets over a reload of the window.
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
  /** Added to the environment of the extension host, which holds no `TWILIO_*` otherwise. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Whether folders must be trusted first. Default: false. */
  readonly workspaceTrust?: boolean | undefined;
  /** Lets the editor log all that it can. Default: what it does by itself. */
  readonly logAll?: boolean | undefined;
  /** Kept when the editor ends. Default: a temporary one, which is removed. */
  readonly dataDir?: string | undefined;
  /** Folders to remove when the editor has ended. */
  readonly remove?: readonly string[] | undefined;
}

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

/**
 * Lets the editor install a packaged extension, once for each package, which takes it more than a
 * second: every session begins with a copy.
 *
 * @returns a folder of extensions
 */
async function installedExtension(host: EditorHost, vsix: string): Promise<string> {
  const stamp = createHash('sha256')
    .update(await readFile(vsix))
    .digest('hex');
  const folder = await cachedFolder(`extensions-${host.version}`, stamp, async (aside) => {
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
