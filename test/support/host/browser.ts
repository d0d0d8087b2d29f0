import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { runQuietly } from '../process/runCommand.ts';
import { progress } from '../progress.ts';

/** The path of Chrome, Chromium or Edge: an installed one, or Debian's, which is then installed. */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH says ${chosen}, where there is nothing.`);
  }
  const found = installedBrowser() ?? (await installDebians());
  if (found) return found;
  throw new Error(
    'No Chrome, Chromium or Edge was found, and the editor runs in one: ' +
      'install it (Debian: sudo apt-get install chromium) or set CHROME_PATH to it.',
  );
}

function installedBrowser(): string | undefined {
  return candidates().find((path) => existsSync(path));
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return roots.flatMap((root) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
        (path) => resolve(process.env[root] ?? '/', path),
      ),
    );
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  return names.flatMap((name) =>
    [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => resolve(folder, name)),
  );
}

async function installDebians(): Promise<string | undefined> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const asRoot = (...command: string[]): Promise<string> =>
    runQuietly('env', [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command]);
  try {
    await asRoot('true');
  } catch {
    return undefined;
  }
  progress('Installing the Debian package chromium, as there is no Chrome, Chromium or Edge…');
  try {
    await asRoot('apt-get', '-qq', 'update');
    await asRoot('apt-get', '-qq', '-y', '--no-install-recommends', 'install', 'chromium');
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
  }
  return installedBrowser();
}

/** Starts a headless browser that sends no data of its own. Closing the context ends it. */
export async function launchBrowser(options: LaunchBrowserOptions): Promise<BrowserContext> {
  const { temporaryDir, proxy, profileDir = resolve(temporaryDir, 'profile') } = options;
  const context = await chromium.launchPersistentContext(profileDir, {
    artifactsDir: temporaryDir,
    env: { ...process.env, TMPDIR: temporaryDir },
    executablePath: await findBrowser(),
    headless: true,
    // Playwright's own option would also proxy requests to this machine.
    args: [...quietFlags, ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`])],
    colorScheme: 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(40_000);
  await context.addInitScript(SLOWER_FRAMES);
  return context;
}

/**
 * Ten frames a second instead of sixty: without a graphics card, each frame uses CPU time that the editor needs.
 */
const SLOWER_FRAMES = `
  window.requestAnimationFrame = (run) => setTimeout(() => run(performance.now()), 100);
  window.cancelAnimationFrame = (handle) => clearTimeout(handle);
`;

interface LaunchBrowserOptions {
  /** The proxy for requests to other machines: `http://host:port`. Default: none. */
  readonly proxy?: string | undefined;
  /** Default: 1280 × 800 pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The caller removes them at the end. */
  readonly temporaryDir: string;
  /** The folder for cookies and storage. Default: a part of the temporary folder. */
  readonly profileDir?: string | undefined;
}

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
