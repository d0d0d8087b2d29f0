import type { Page } from 'playwright-core';
import type { StoredProfile } from '../../../src/core/profiles/storedProfile.ts';

/** Leaves a profile in the state of the extension, as another editor of the same user would. */
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
