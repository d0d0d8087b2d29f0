import assert from 'node:assert/strict';
import { pointAt } from '../../support/e2e/waitUntil.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { runOptions, sharedAccount } from '../../support/e2e/openSessions.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';

const PROBLEM = "Several values need a list in brackets: IN ['es', 'en']";

/** Only the look depends on the theme. */
const themes = runOptions.takesPictures ? (['light', 'dark'] as const) : (['dark'] as const);

for (const theme of themes) {
  describe(`Routing in a ${theme} editor, as a user meets it`, () => {
    const resources = new AsyncDisposableStack();
    let account: TestAccount;
    let session: EditorSession;

    before(async () => {
      account = await sharedAccount.take();
      session = await EditorSession.start({
        ...{ dark: theme === 'dark', env: account.env, continues: true },
        settings: account.settings,
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

    it('is marked where it is wrong, and has quick fixes', async () => {
      const { page } = session;
      await session.openFile('routing-mistakes.json');
      await page.locator('.squiggly-error').first().waitFor();
      await page.locator('.squiggly-warning').first().waitFor();
      await session.runCommand('Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await session.screenshot(`routing-problems-${theme}`);
      await page.keyboard.press('Control+J');
      const line = page.locator('.view-line', { hasText: 'workers.availible' });
      await line.locator('span span').last().click();
      await page.keyboard.press('Home');
      for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowRight');
      // There is nothing to fix for VS Code until it has asked the extension.
      await session.waitUntil('quick fixes are offered', async () => {
        await page.keyboard.press('Control+.');
        const menu = page.locator('.action-widget').first();
        return await menu.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      });
      await session.screenshot(`routing-fix-${theme}`);
      await page.keyboard.press('Escape');
      await session.closeAll();
    });

    it('is explained and completed, and names its TaskQueues once they were read', async () => {
      const { page } = session;
      await session.openFile('routing.json');
      const hover = page.locator('.monaco-hover:visible').first();
      const inText = (text: string) =>
        page.locator('.editor-group-container.active .view-line span span', { hasText: text });
      await pointAt(session, inText('WQ6d042').first(), hover.getByText('TaskQueue').first());
      await session.screenshot(`routing-queue-${theme}`);
      // They may have been read before in this window, with another theme.
      const offer = hover.getByText('Read Names');
      if (await offer.isVisible()) await offer.click();
      await page.locator('.view-line', { hasText: 'Support' }).nth(1).waitFor();
      await pointAt(session, inText('HAS').first(), hover.getByText('Documented by Twilio'));
      await session.screenshot(`routing-hover-${theme}`);
      await page.keyboard.press('Escape');
      const line = page.locator('.view-line', { hasText: 'skip_if' });
      await line.locator('span span').last().click();
      await page.keyboard.press('Home');
      for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
      await session.screenshot(`routing-completion-${theme}`);
      await page.keyboard.press('Escape');
      await session.closeAll();
    });

    it('is tried with a Task, and marked for as long as the steps are open', async () => {
      const { page } = session;
      const enter = async (asked: string, text: string) => {
        await session.waitUntil(`"${asked}" is asked`, async () =>
          [await session.quickInputMessage(), ...(await session.quickInputRows())]
            .join()
            .includes(asked),
        );
        await session.typeInQuickInput(text);
        await page.keyboard.press('Enter');
      };
      await session.openFile('routing.json');
      await session.runCommand('Twilio: Try Workflow with Task…');
      await enter('Paste Attributes…', 'Paste Attributes');
      await enter('Paste the attributes of a Task', '{"language":"en"}');
      const steps = page.locator('.tab', { hasText: 'Steps of pasted attributes' });
      await steps.waitFor();
      const notes = async () =>
        String(
          await page.evaluate(
            `[...document.querySelectorAll('.view-line span')]
               .map((span) => getComputedStyle(span, '::after').content).join()`,
          ),
        );
      await session.waitUntil('a filter is marked', async () => (await notes()).includes('✗'));
      // High contrast themes give it a color.
      const isDrawn =
        "[...document.querySelectorAll('.cdr')].some((e) => getComputedStyle(e).borderTopStyle === 'dashed')";
      await session.waitUntil('the border of a false condition is there', async () => {
        return (await page.evaluate(isDrawn)) === true;
      });
      await session.screenshot(`routing-trial-${theme}`);
      await steps.click({ button: 'middle' });
      await session.waitUntil('no filter is marked', async () => !(await notes()).includes('✗'));
      await session.closeAll();
    });
  });
}
