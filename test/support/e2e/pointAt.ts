import type { Locator } from 'playwright-core';
import { appears } from './appears.ts';
import type { EditorSession } from './editorSession.ts';

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
