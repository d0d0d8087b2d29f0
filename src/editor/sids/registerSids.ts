import { CodeActionKind, languages, window } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import { COPY_COMMAND, copySid } from './copySid.ts';
import type { SidFeatures } from './sidFeatures.ts';

/** Any language, any kind of document, notebooks and output included. */
const ANYWHERE = '*';

export interface SidParts {
  readonly runner: CommandRunner;
  readonly load: () => Promise<SidFeatures>;
}

/** Hovers, marks, fixes and links on SIDs. */
export function registerSids({ runner, load }: SidParts): Disposables {
  const all = new Disposables();
  all.add(
    languages.registerHoverProvider(ANYWHERE, {
      provideHover: async (document, position) =>
        (await load()).hover.provideHover(document, position),
    }),
  );
  all.add(
    languages.registerCodeActionsProvider(
      ANYWHERE,
      {
        provideCodeActions: async (document, range, context) =>
          (await load()).fixes.provideCodeActions(document, range, context),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
  all.add(runner.register(COPY_COMMAND, copySid));

  // Marks wait for nobody's act, only for a text to be in sight.
  const mark = () => {
    if (window.visibleTextEditors.length + window.visibleNotebookEditors.length === 0) return;
    void runner.run('mark SIDs', load);
  };
  all.add(window.onDidChangeVisibleTextEditors(mark));
  all.add(window.onDidChangeVisibleNotebookEditors(mark));
  mark();
  return all;
}
