import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('the installed extension', () => {
  const id = 'taskrouter-lens.taskrouter-lens';

  it('is there', () => {
    assert.ok(extensions.getExtension(id), `${id} is not installed`);
  });

  it('has every command that it declares', async () => {
    const extension = extensions.getExtension(id);
    await extension?.activate();
    assert.equal(extension?.isActive, true);

    const { contributes } = extension.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
