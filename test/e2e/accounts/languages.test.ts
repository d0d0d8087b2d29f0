import assert from 'node:assert/strict';
import { sidIn } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { readTexts } from '../../support/l10n/translations.ts';

const TASK = sidIn({ name: 'Acme Contact Centre' }, 'WT', 'waiting-invoice');

// One language is enough, as test/unit/l10n checks that each is complete.
for (const { language, old } of [{ language: 'ja', old: /作成から \d+ 分/ }]) {
  describe(`An editor whose display language is ${language}`, () => {
    const manifest = readTexts(`package.nls.${language}.json`);
    const texts = readTexts(`l10n/bundle.l10n.${language}.json`);
    const command = (key: string) => `Twilio: ${manifest[`command.${key}`] ?? ''}`;
    const text = (english: string) => texts[english] ?? '';
    let session: EditorSession;
    let workspaces: SidebarView;

    before(async () => {
      session = await EditorSession.start({ language });
      workspaces = new SidebarView(session.page, manifest['view.workspaces'] ?? '');
    });
    after(() => session.close());

    it('has translated views, with welcome texts', async () => {
      await SidebarView.open(session.page);
      const [sentence = ''] = (manifest['welcome.noProfile'] ?? '').split('\n');
      await workspaces.welcomes(sentence);
      await session.screenshot(`language-${language}-welcome`);
    });

    it('has translated rows', async () => {
      await session.runCommand(command('exploreSample'));
      await workspaces.expand('Acme Contact Centre');
      await workspaces.has(text('Pending'));
      await workspaces.has(text('TaskQueues'));
      assert.match((await workspaces.spoken()).join('\n'), new RegExp(text('Pending')));
    });

    it('has translated prompts, errors and CodeLenses', async () => {
      await session.runCommand(command('fetchTask'));
      await session.waitUntil('the box has its title', async () =>
        (await session.quickInputTitle()).includes(text('Fetch TaskRouter Task')),
      );
      await session.typeInQuickInput('WT12');
      await session.waitUntil('the box says what is wrong', async () =>
        (await session.quickInputMessage()).includes(
          text('{0} hex digits, 32 expected').replace('{0}', '2'),
        ),
      );
      await session.screenshot(`language-${language}-prompt`);
      await session.typeInQuickInput(TASK);
      await session.page.keyboard.press('Enter');
      await session.waitUntil('the line says how old it is', async () =>
        old.test((await session.codeLenses()).join()),
      );
      assert.ok((await session.codeLenses()).join().includes(text('Refresh')));
      await session.screenshot(`language-${language}-document`);
    });

    it('has a translated page of a Task', async () => {
      // It takes the Task of the active document.
      await session.runCommand(command('openTaskDetails'));
      await session.waitUntil('the page is there', async () => {
        const shown: unknown = await session
          .webview()
          ?.evaluate("document.querySelector('main')?.innerText ?? ''")
          .catch(() => '');
        return typeof shown === 'string' && shown.includes(text('Compare'));
      });
      await session.screenshot(`language-${language}-page`);
    });
  });
}
