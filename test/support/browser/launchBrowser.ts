import { resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

/** Starts a headless browser that keeps to itself. Closing the context ends it. */
export async function launchBrowser(options: LaunchBrowserOptions): Promise<BrowserContext> {
  const { temporaryDir, proxy, profileDir = resolve(temporaryDir, 'profile') } = options;
  const context = await chromium.launchPersistentContext(profileDir, {
    artifactsDir: temporaryDir,
    env: { ...process.env, TMPDIR: temporaryDir },
    executablePath: await findBrowser(),
    headless: true,
    // Playwright's own option would send through it what is for this machine, too.
    args: [...quietFlags, ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`])],
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(40_000);
  return context;
}

interface LaunchBrowserOptions {
  /** What all goes through that is not for this machine: `http://host:port`. Default: nothing. */
  readonly proxy?: string | undefined;
  /** For the caller to remove, at the end. */
  readonly temporaryDir: string;
  /** Where cookies and storage are kept. Default: a part of the temporary folder. */
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
