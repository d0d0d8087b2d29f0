import { resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

/** Starts a headless browser that keeps to itself. Closing the context ends it. */
export async function launchBrowser(options: LaunchBrowserOptions): Promise<BrowserContext> {
  const { temporaryDir, profileDir = resolve(temporaryDir, 'profile') } = options;
  const context = await chromium.launchPersistentContext(profileDir, {
    artifactsDir: temporaryDir,
    env: { ...process.env, TMPDIR: temporaryDir },
    executablePath: await findBrowser(),
    headless: true,
    args: quietFlags,
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(20_000);
  return context;
}

interface LaunchBrowserOptions {
  readonly dark?: boolean | undefined;
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
