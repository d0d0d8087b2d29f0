import { window, type Disposable } from 'vscode';
import type { CommandRunner } from '../commands/commandRunner.ts';

export interface TaskLinkParts {
  readonly runner: CommandRunner;
  /** Asks for the Task that a link names, by its path and query; fetches it once the user says so. */
  readonly follow: (path: string, query: string) => Promise<unknown>;
}

/** Links to Tasks, `vscode://…/task?…`: they fill in what is asked, and fetch nothing by themselves. */
export function registerTaskLinks({ runner, follow }: TaskLinkParts): Disposable {
  return window.registerUriHandler({
    handleUri: async ({ path, query }) => {
      await runner.run('follow a link', () => follow(path, query));
    },
  });
}
