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
    viewport: options.viewport ?? { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(40_000);
  await context.addInitScript(SLOWER_FRAMES);
  return context;
}

/**
 * Ten frames a second instead of sixty: without a graphics card each costs the processor, of which the
 * editor has work enough for all.
 */
const SLOWER_FRAMES = `
  window.requestAnimationFrame = (run) => setTimeout(() => run(performance.now()), 100);
  window.cancelAnimationFrame = (handle) => clearTimeout(handle);
`;

interface LaunchBrowserOptions {
  /** What all goes through that is not for this machine: `http://host:port`. Default: nothing. */
  readonly proxy?: string | undefined;
  /** Default: 1280 × 800 pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
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
