import assert from 'node:assert/strict';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { startTestAccount, type TestAccount } from '../../support/server/testAccount.ts';

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
