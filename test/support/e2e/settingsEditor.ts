import type { EditorSession } from './editorSession.ts';

/**
 * Clicks the check box of a setting in VS Code's settings editor. Before `closeSettings`, the caller waits for the
 * effect: VS Code discards a change if the editor is closed too early.
 */
export async function toggleSetting(session: EditorSession, id: string): Promise<void> {
  const editor = session.page.locator('.settings-editor');
  await session.runCommand('Preferences: Open Settings (UI)');
  await editor.locator('.suggest-input-container').click();
  await session.page.keyboard.press('ControlOrMeta+A');
  await session.page.keyboard.insertText(`@id:${id}`);
  await editor.getByText('1 Setting Found').waitFor();
  await editor.locator('.setting-value-checkbox').click();
}

/** Closes the settings editor. A new one is needed for another change, as it may still be saving. */
export async function closeSettings(session: EditorSession): Promise<void> {
  await session.page.keyboard.press('Escape');
  await session.page.locator('.settings-editor').waitFor({ state: 'hidden' });
}
