import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { startTestAccount, type TestAccount } from '../../support/server/testAccount.ts';
import { faultyConfiguration } from '../../support/suite/faultyRouting.ts';

const NAME = 'routing.json';
const PROBLEM = "Several values need a list in brackets: IN ['es', 'en']";

for (const theme of ['light', 'dark'] as const) {
  describe(`Routing in a ${theme} editor, as a user meets it`, () => {
    const resources = new AsyncDisposableStack();
    let account: TestAccount;
    let session: EditorSession;

    before(async () => {
      account = await startTestAccount();
      resources.defer(() => account.close());
      session = await EditorSession.start({
        ...{ dark: theme === 'dark', env: account.env },
        settings: { ...account.settings, 'editor.minimap.enabled': false },
      });
      resources.defer(() => session.close());
    });
    after(() => resources.disposeAsync());

    it('is marked where it is faulty, and mended from a menu', async () => {
      const { page } = session;
      const text = JSON.stringify(faultyConfiguration, undefined, 2);
      writeFileSync(resolve(session.folder, NAME), text);
      await session.runCommand('File: Refresh Explorer');
      await session.openFile(NAME);
      await session.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: PROBLEM });
      await row.waitFor();
      await session.screenshot(`routing-problems-${theme}`);
      await row.dblclick();
      await session.runCommand('Quick Fix...');
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Change to IN [' });
      await fix.waitFor();
      await session.screenshot(`routing-fixes-${theme}`);
      await page.keyboard.press('Enter');
      await row.waitFor({ state: 'detached' });
      assert.ok((await session.editorText()).includes("language IN ['es', 'en']"));
    });

    it('is checked in the box of Find before TaskRouter is asked', async () => {
      const { page } = session;
      account.server.reset();
      await session.runCommand('Twilio: Find TaskRouter Tasks…');
      await session.waitUntil('it is asked what to find', async () =>
        (await session.quickInputTitle()).includes('Find TaskRouter Tasks'),
      );
      await session.typeInQuickInput("language == 'es', 'en'");
      const says = (what: string) =>
        session.waitUntil(`it says "${what}"`, async () =>
          (await session.quickInputMessage()).includes(what),
        );
      await says(PROBLEM);
      await session.screenshot(`routing-box-${theme}`);
      await page.keyboard.press('Enter');
      assert.ok((await session.quickInputTitle()).includes('Find TaskRouter Tasks'));
      assert.deepEqual(account.server.requests, []);
      // What is only doubtful can be asked.
      await session.typeInQuickInput("language == 'es' AND type == 'a' OR type == 'b'");
      await says('AND and OR are mixed');
      await session.screenshot(`routing-box-doubt-${theme}`);
      await page.keyboard.press('Enter');
      await session.waitUntil('TaskRouter is asked', () =>
        Promise.resolve(
          account.server.requests.some(({ query }) => query.includes('EvaluateTaskAttributes')),
        ),
      );
      await session.dismissQuickInput();
    });
  });
}
