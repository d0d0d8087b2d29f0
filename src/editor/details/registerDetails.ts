import { window } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import { viewIds } from '../commands/manifestNames.ts';
import type { Services } from '../services.ts';

/** Restores pages after a reload. Their code is loaded with the first page. */
export function registerDetails({ runner, details }: Services): DisposableStore {
  const all = new DisposableStore();
  all.add(
    window.registerWebviewPanelSerializer(viewIds.details, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        await runner.run('bring back a page', async () => {
          (await details()).restore(panel, state);
        });
      },
    }),
  );
  all.add(
    runner.register(commandIds.keepPage, async () => {
      (await details()).keepActive();
    }),
  );
  return all;
}
