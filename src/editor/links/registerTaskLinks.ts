import { window, type Disposable } from 'vscode';
import type { Services } from '../services.ts';

/** Links to Tasks, `vscode://…/task?…`: they fill in what is asked, and fetch nothing by themselves. */
export function registerTaskLinks({ runner, taskCommands }: Services): Disposable {
  return window.registerUriHandler({
    handleUri: async ({ path, query }) => {
      await runner.run('follow a link', async () => (await taskCommands()).followLink(path, query));
    },
  });
}
