import { CodeActionKind, languages, window, type TerminalLink } from 'vscode';
import { lazily } from '../../core/base/lazily.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { Services } from '../services.ts';
import { copySid } from './copySid.ts';

/** Any language and any kind of document, including notebooks and output. */
const ANYWHERE = '*';

/**
 * Documents that are read and not edited, so that links do not get in the way. Output has the
 * language `Log`, a log of an extension has `log`, and either has another one if the extension
 * chose it.
 */
const LINKED = [
  ...[{ scheme: TASK_SCHEME }, { scheme: 'output' }],
  ...[{ language: 'Log' }, { language: 'log' }, { pattern: '**/*.log' }],
];

/** Registers hovers, problems, quick fixes and links for SIDs. */
export function registerSids(services: Services): DisposableStore {
  const { runner } = services;
  const all = new DisposableStore();
  const load = lazily(async () => {
    const { SidFeatures } = await import('./sidFeatures.ts');
    return all.add(new SidFeatures(services));
  });
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
  all.add(
    languages.registerDocumentLinkProvider(LINKED, {
      provideDocumentLinks: async (document) =>
        (await load()).documentLinks.provideDocumentLinks(document),
    }),
  );
  all.add(
    window.registerTerminalLinkProvider({
      provideTerminalLinks: async (context) =>
        (await load()).terminalLinks.provideTerminalLinks(context),
      handleTerminalLink: (link: TerminalLink) =>
        runner.run('follow a link of a terminal', async () =>
          (await load()).terminalLinks.handleTerminalLink(link),
        ),
    }),
  );
  all.add(runner.register(commandIds.copySid, copySid));
  all.add(
    runner.register(commandIds.fixSid, async (argument) => (await load()).fixes.apply(argument)),
  );

  // Unlike the other features, problems need no action of the user, only a visible document.
  const mark = () => {
    if (window.visibleTextEditors.length + window.visibleNotebookEditors.length === 0) return;
    void runner.run('mark SIDs', load);
  };
  all.add(window.onDidChangeVisibleTextEditors(mark));
  all.add(window.onDidChangeVisibleNotebookEditors(mark));
  mark();
  return all;
}
