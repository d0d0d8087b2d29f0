import { window } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { DetailsPages } from './detailsPages.ts';
import { viewIds } from '../viewIds.ts';

export interface DetailsRegistration {
  readonly runner: CommandRunner;
  readonly load: () => Promise<DetailsPages>;
}

/** Brings pages back after a reload; their code is loaded when one is. */
export function registerDetails({ runner, load }: DetailsRegistration): Disposables {
  const all = new Disposables();
  all.add(
    window.registerWebviewPanelSerializer(viewIds.details, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        await runner.run('bring back a page', async () => {
          (await load()).restore(panel, state);
        });
      },
    }),
  );
  return all;
}
