import assert from 'node:assert/strict';
import { commands, extensions, Uri, workspace } from 'vscode';

describe('the installed extension', () => {
  const id = 'taskrouter-lens.taskrouter-lens';

  it('is installed', () => {
    assert.ok(extensions.getExtension(id), `${id} is not installed`);
  });

  it('includes the licences of bundled packages', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension);
    const file = Uri.joinPath(extension.extensionUri, 'dist', 'THIRD-PARTY-NOTICES.txt');
    const notices = new TextDecoder().decode(await workspace.fs.readFile(file));
    const { dependencies } = extension.packageJSON as { dependencies: Record<string, string> };
    for (const name of [...Object.keys(dependencies), '@vscode/codicons', 'lit-html']) {
      assert.ok(notices.includes(`\n${name} `), name);
    }
  });

  it('registers all declared commands, and declares all but the internal ones', async () => {
    const extension = extensions.getExtension(id);
    await extension?.activate();
    assert.equal(extension?.isActive, true);

    const { contributes } = extension.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const declared = contributes.commands.map(({ command }) => command);
    const registered = await commands.getCommands();
    assert.deepEqual(
      declared.filter((command) => !registered.includes(command)),
      [],
    );
    // Internal commands need not be declared, and VS Code adds some for each view.
    const ofViews = /^taskrouter\.(?:workspaces|recent)\.(?:\w+)$/;
    const ours = registered.filter((id) => id.startsWith('taskrouter.') && !ofViews.test(id));
    assert.deepEqual(
      ours.filter((command) => !declared.includes(command)),
      [],
    );
  });
});
