import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { EditorSession } from './editorSession.ts';

/** Long enough for a machine that does much else: what holds is seen at once in any case. */
const LIMIT_MS = 60_000;
/** Each look costs the page and the processor, of which the editor has work enough for all. */
const POLL_MS = 100;

/** Asks until the answer is yes; rejects with `what` was waited for when it takes too long. */
export async function waitUntil(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${LIMIT_MS / 1_000} s: ${what}.`);
    await delay(POLL_MS);
  }
}

/** Whether an element is in sight within 3 s, for those who try again otherwise. */
export async function appears(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Points at a text of the active editor until its hover is there. */
export async function pointAt(
  session: EditorSession,
  text: Locator,
  hover: Locator,
): Promise<void> {
  await session.waitUntil('the hover is there', async () => {
    // A pointer that rests brings no other hover.
    await session.page.mouse.move(5, 5);
    await text.hover();
    return appears(hover.first());
  });
}
