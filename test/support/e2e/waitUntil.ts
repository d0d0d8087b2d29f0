import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { EditorSession } from './editorSession.ts';

/** Long enough for a busy machine; a condition that is true resolves at once. */
const LIMIT_MS = 60_000;
/** Checking more often would slow down the page and the editor. */
const POLL_MS = 100;

/** Polls until the condition is true; rejects with `what` after a timeout. */
export async function waitUntil(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${LIMIT_MS / 1_000} s: ${what}.`);
    await delay(POLL_MS);
  }
}

/** Resolves when a part of the editor shows something, which may be a moment after another part does. */
export async function waitForMatch(read: () => Promise<unknown>, pattern: RegExp): Promise<void> {
  await waitUntil(`${String(pattern)} is shown`, async () => pattern.test(String(await read())));
}

/** Whether an element becomes visible in time, by default 3 s, for callers that can try again. */
export async function appears(element: Locator, timeout = 3_000): Promise<boolean> {
  return element.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Clicks an entry of an open menu until the menu closes: VS Code ignores clicks on one that has just opened. */
export async function chooseInMenu(entry: Locator): Promise<void> {
  await entry.waitFor();
  await waitUntil('the menu has closed', async () => {
    if (!(await entry.isVisible())) return true;
    await entry.click({ timeout: 2_000 }).catch(() => undefined);
    return false;
  });
}

/** Points at a text of the active editor until its hover appears. */
export async function pointAt(
  session: EditorSession,
  text: Locator,
  hover: Locator,
): Promise<void> {
  // Nothing appears at first if the extension has just started.
  let patience = 500;
  await session.waitUntil('the hover is there', async () => {
    // A pointer that does not move shows no other hover.
    await session.page.mouse.move(5, 5);
    await text.hover();
    patience += 500;
    return appears(hover.first(), patience);
  });
}
