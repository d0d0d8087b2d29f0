import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StoredProfile } from '../../../src/core/profiles/storedProfile.ts';

/** A storage that contains a text that must not be stored, and the encoding of that text. */
export interface Leak {
  readonly place: string;
  readonly form: string;
}

/**
 * Searches for a text, in all usual encodings, in every file below some folders and in what a page's origin has
 * stored.
 *
 * @param received data that a server received, which is searched as well
 * @returns where it was found, and how much was searched, to prove that the search was not empty
 */
export async function searchEverywhere(
  text: string,
  folders: readonly string[],
  page?: Page,
  received?: Buffer,
): Promise<{ readonly leaks: readonly Leak[]; readonly bytes: number }> {
  const needles = formsOf(text);
  const leaks: Leak[] = [];
  let bytes = 0;
  const look = (place: string, content: Buffer) => {
    bytes += content.length;
    for (const [form, needle] of needles) {
      if (content.includes(needle)) leaks.push({ place, form });
    }
  };
  for (const file of folders.flatMap(filesBelow)) {
    const content = readIfThere(file);
    if (content !== undefined) look(file, content);
  }
  if (page !== undefined) look('the storage of the page', Buffer.from(await readStorage(page)));
  if (received !== undefined) look('what another host was sent', received);
  return { leaks, bytes };
}

/** The text and its usual escaped forms, each in two encodings. */
function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const base64 = Buffer.from(text, 'utf8').toString('base64');
  const written = {
    clear: text,
    // The first and last characters depend on the surrounding text.
    base64: base64.replace(/=+$/, '').slice(0, -1),
    'base64, one byte on': Buffer.from(`:${text}`).toString('base64').slice(4, -4),
    'base64, two bytes on': Buffer.from(`::${text}`).toString('base64').slice(4, -4),
    base64url: Buffer.from(text, 'utf8').toString('base64url').slice(0, -1),
    'URL-encoded': encodeURIComponent(text),
    'form-encoded': new URLSearchParams([['', text]]).toString().slice(1),
    'JSON-escaped': JSON.stringify(text).slice(1, -1),
    'JSON-escaped twice': JSON.stringify(JSON.stringify(text)).slice(3, -3),
    hex: Buffer.from(text, 'utf8').toString('hex'),
  };
  return new Map(
    Object.entries(written).flatMap(([form, value]) => [
      [`${form}, UTF-8`, Buffer.from(value, 'utf8')] as const,
      [`${form}, UTF-16`, Buffer.from(value, 'utf16le')] as const,
    ]),
  );
}

/** Browser and editor keep running during the search, so a file can already be deleted. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Cookies, localStorage and every IndexedDB of a browser, as JSON. */
export async function readStorage(page: Page): Promise<string> {
  return JSON.stringify(await page.context().storageState({ indexedDB: true }));
}

/** Puts a profile into the state of the extension, as another window of the same user would. */
export async function storeProfile(page: Page, profile: StoredProfile): Promise<void> {
  const state = JSON.stringify({ profiles: [profile] });
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('vscode-web-state-db-global');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('ItemTable', 'readwrite');
      change.objectStore('ItemTable').put(${JSON.stringify(state)}, 'taskrouter-lens.taskrouter-lens');
      change.oncomplete = resolve;
      change.onerror = () => reject(change.error);
    };
  })`);
}

/** The log of the extension host in a web worker, in this window and before it was reloaded. */
export async function workerHostLog(page: Page): Promise<string> {
  // A file of the editor in the browser's storage, which Playwright returns in Base64.
  const files = (await readStorage(page)).matchAll(
    /"key":"[^"]*\/workerexthost\.log","valueEncoded":\{"ta":\{"b":"([^"]*)"/g,
  );
  return Array.from(files, ([, text = '']) => Buffer.from(text, 'base64').toString()).join('\n');
}
