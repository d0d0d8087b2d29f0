import type { Page } from 'playwright-core';
import { readStorage } from './readStorage.ts';

/** What the extension host in a web worker has logged, in this window and before it was reloaded. */
export async function workerHostLog(page: Page): Promise<string> {
  // A file of the editor in the browser's storage, which Playwright gives in Base64.
  const files = (await readStorage(page)).matchAll(
    /"key":"[^"]*\/workerexthost\.log","valueEncoded":\{"ta":\{"b":"([^"]*)"/g,
  );
  return Array.from(files, ([, text = '']) => Buffer.from(text, 'base64').toString()).join('\n');
}
