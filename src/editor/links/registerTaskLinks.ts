import { window, type Disposable } from 'vscode';
import { readTaskLink } from '../../core/references/readTaskLink.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';

export interface TaskLinkParts {
  readonly runner: CommandRunner;
  /** Asks for a Task with this text in the box; fetches it once the user says so. */
  readonly propose: (text: string) => Promise<unknown>;
}

/** Links to Tasks, `vscode://…/task?…`: they fill in what is asked, and fetch nothing by themselves. */
export function registerTaskLinks({ runner, propose }: TaskLinkParts): Disposable {
  return window.registerUriHandler({
    handleUri: async ({ path, query }) => {
      const link = readTaskLink(path, query);
      if (link.valid) await runner.run('follow a link', () => propose(link.text));
      else runner.tell('error', link.reason);
    },
  });
}
