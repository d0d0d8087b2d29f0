import type { Locator } from 'playwright-core';

/** Whether an element is in sight within 3 s, for those who try again otherwise. */
export async function appears(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}
