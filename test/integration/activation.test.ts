import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import { waitFor } from '../support/waitFor.ts';
import { closeAll } from '../support/suite/closeAll.ts';
import { openFile } from '../support/suite/openFile.ts';
import { plainHover } from '../support/suite/plainHover.ts';

// In the first file of all, by its name: later the extension is awake in any case.
describe('The extension', () => {
  const extension = extensions.getExtension('taskrouter-lens.taskrouter-lens');
  after(closeAll);

  it('wakes by itself for a text of any language, and explains a SID there', async () => {
    const document = await openFile('.nobody-knows', `WT${'0'.repeat(32)}`);
    await waitFor(() => extension?.isActive === true);
    assert.match(await plainHover(document, 5), /Task SID\*\* · TaskRouter/);
  });

  it('is to wake for every language, and after the start, not at it', () => {
    const { activationEvents } = extension?.packageJSON as { activationEvents: string[] };
    assert.deepEqual(
      activationEvents.filter((event) => /^(?:\*|onLanguage.*|onStartup.*)$/.test(event)),
      ['onLanguage', 'onStartupFinished'],
    );
  });
});
