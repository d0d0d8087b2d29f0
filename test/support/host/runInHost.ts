import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { projectRoot } from '../projectRoot.ts';
import { launchBrowser } from './browser.ts';
import type { EditorHost } from './editorHost.ts';
import { startEditorServer } from './editorServer.ts';

const LIMIT_MS = Number(process.env['TASKROUTER_TEST_LIMIT_SECONDS'] ?? 600) * 1_000;
const MARK = '\u2063';

export interface HostOrder {
  readonly host: EditorHost;
  /** A packaged extension to install. */
  readonly vsix?: string | undefined;
  /** The path of a module that exports `run()`; its output lines that start with the mark are shown. */
  readonly suite: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/**
 * Runs a module in the extension host of a real editor, with a copy of `test/fixtures/workspace` open.
 *
 * @returns why it failed, if it did
 */
export async function runInHost(order: HostOrder): Promise<string | undefined> {
  await using resources = new AsyncDisposableStack();
  const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-suite-'));
  resources.defer(() => {
    rmSync(temporary, { recursive: true, force: true });
  });
  const folder = resolve(temporary, 'workspace');
  cpSync(resolve(projectRoot, 'test/fixtures/workspace'), folder, { recursive: true });
  const server = await startEditorServer({
    host: order.host,
    entry: 'suite',
    vsix: order.vsix,
    settings: order.settings,
    env: { ...order.env, TASKROUTER_TEST_MARK: MARK },
    remove: [temporary],
  });
  resources.defer(() => server.stop());
  const browser = await launchBrowser({
    temporaryDir: temporary,
    // The page is never visible.
    viewport: { width: 900, height: 600 },
  });
  resources.defer(() => browser.close());
  const page = browser.pages()[0] ?? (await browser.newPage());
  return await verdict(page, suiteUrl(server.url, folder, order.suite));
}

function suiteUrl(base: string, folder: string, suite: string): string {
  const { host } = new URL(base);
  const remote = (path: string): string => `vscode-remote://${host}${path}`;
  const url = new URL(base);
  url.searchParams.set('folder', folder);
  const payload = [
    ['extensionDevelopmentPath', remote(resolve(import.meta.dirname, 'driver'))],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

async function verdict(page: Page, url: string): Promise<string | undefined> {
  // This server has no such route, without which SecretStorage loses everything on reload.
  await page.route('**/mint-key', (route) => route.fulfill({ body: Buffer.alloc(32, 7) }));
  const unmarked: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const text = format(...args);
    if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
    else unmarked.push(text.trim());
  });
  const exited = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, undefined);
  });
  const gone = new Promise<'gone'>((resolve) => {
    for (const event of ['close', 'crash'] as const) {
      page.once(event as 'close', () => {
        resolve('gone');
      });
    }
  });
  await page.goto(url);
  const outcome = await Promise.race([exited, gone, late]);
  clearTimeout(timer);
  if (outcome === 0) return undefined;
  const last = unmarked.slice(-15).join('\n');
  if (outcome === 'gone') return `the browser ended before the tests did.\n${last}`;
  if (outcome !== undefined) return `run() failed.\n${last}`;
  return `the tests did not end within ${LIMIT_MS / 1_000} s and were stopped.\n${last}`;
}
