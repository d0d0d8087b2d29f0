import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { extensions } from 'vscode';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import { waitFor } from '../../support/waiting.ts';

// The first file by name, because other tests activate the extension in any case.
describe('The extension', () => {
  const extension = extensions.getExtension('taskrouter-lens.taskrouter-lens');
  after(closeAll);

  it('is activated for text in any language, and explains a SID in it', async () => {
    const document = await openFile('.nobody-knows', `WT${'0'.repeat(32)}`);
    await waitFor(() => extension?.isActive === true);
    assert.match(await plainHover(document, 5), /Task SID\*\* · TaskRouter/);
  });

  it('has loaded only the code for that', () => {
    const loaded = Object.keys(createRequire(__filename).cache).filter((path) =>
      /[/\\]taskrouter-lens[^/\\]*[/\\]dist[/\\]/.test(path),
    );
    assert.deepEqual(loaded.map((path) => basename(path)).sort(), ['extension.cjs', 'sids.cjs']);
  });

  it('is activated for every language, and after the startup instead of during it', () => {
    assert.ok(extension);
    const { activationEvents } = extension.packageJSON as { activationEvents: string[] };
    assert.deepEqual(
      activationEvents.filter((event) => /^(?:\*|onLanguage.*|onStartup.*)$/.test(event)),
      ['onLanguage', 'onStartupFinished'],
    );
  });
});
