import type { Page } from 'playwright-core';

/** Cookies, localStorage and every IndexedDB of a browser, as JSON. */
export async function readStorage(page: Page): Promise<string> {
  return JSON.stringify(await page.context().storageState({ indexedDB: true }));
}
