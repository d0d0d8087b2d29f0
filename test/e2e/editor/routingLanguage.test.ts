import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sidIn } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { pointAt } from '../../support/e2e/waitUntil.ts';
import { startTestAccount, type TestAccount } from '../../support/server/testAccount.ts';

const NAME = 'Acme Contact Centre';
const QUEUE = sidIn({ name: NAME }, 'WQ', 'Support');

const configuration = JSON.stringify(
  {
    task_routing: {
      filters: [
        {
          filter_friendly_name: 'Spanish',
          expression: "language == 'es' AND taskrouter.currentHour > 8",
          targets: [
            { queue: QUEUE, timeout: 30, expression: "worker.languages HAS 'es'" },
            { skip_if: 'workers.available == 0' },
          ],
        },
      ],
      default_filter: { queue: QUEUE },
    },
  },
  undefined,
  2,
);

describe('Routing as a language, as a user meets it', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;

  before(async () => {
    account = await startTestAccount();
    resources.defer(() => account.close());
    session = await EditorSession.start({ env: account.env, settings: account.settings });
    resources.defer(() => session.close());
    const name = 'routing.json';
    writeFileSync(resolve(session.folder, name), configuration);
    await session.runCommand('File: Refresh Explorer');
    await session.openFile(name);
  });
  after(() => resources.disposeAsync());

  const hover = () => session.page.locator('.monaco-hover:visible').first();
  const inText = (text: string) =>
    session.page.locator('.editor-group-container.active .view-line span span', { hasText: text });

  it('is explained and completed, and named once names were read', async () => {
    const { page } = session;
    await pointAt(session, inText(QUEUE).first(), hover().getByText('Read Names'));
    await hover().getByText('Read Names').click();
    await page.locator('.view-line', { hasText: 'Support' }).first().waitFor();
    for (const theme of ['Light Modern', 'Dark Modern']) {
      const suffix = theme.split(' ')[0]?.toLowerCase() ?? '';
      await session.chooseTheme(theme);
      await pointAt(session, inText('HAS').first(), hover().getByText('Documented by Twilio'));
      await session.screenshot(`routing-hover-${suffix}`);
      await inText('taskrouter.currentHour').first().click();
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
      // Shows what is said of the row as well.
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-details', { hasText: 'Documented by Twilio' }).waitFor();
      await session.screenshot(`routing-completion-${suffix}`);
      await page.keyboard.press('Escape');
    }
  });
});
