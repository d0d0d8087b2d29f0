import {
  EventEmitter,
  workspace,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { lazily } from '../../core/base/lazily.ts';
import { mayHoldRouting, sourceKindOf } from '../../core/routing/embedding/routingSource.ts';
import { commandIds } from '../commands/commandIds.ts';
import { afterActivation, type Services } from '../services.ts';
import { routingSource } from './routingSource.ts';
import { TRIAL_SCHEME } from './trial/trialScheme.ts';

/** Registers the features for routing in documents. Their code is loaded with the first such document. */
export function registerRouting(services: Services): DisposableStore {
  const all = new DisposableStore();
  const waiting = all.add(new DisposableStore());
  const trialChanged = all.add(new EventEmitter<Uri>());
  const load = lazily(async () => {
    const { RoutingFeatures } = await import('./routingFeatures.ts');
    waiting.dispose();
    const features = all.add(new RoutingFeatures(services));
    features.trials.onDidChange((uri) => {
      trialChanged.fire(uri);
    });
    return features;
  });
  const loadIf = (isNeeded: boolean) => {
    if (isNeeded) void services.runner.run('read routing', load);
  };
  const look = (document: TextDocument) => {
    loadIf(routingSource(document) !== undefined);
  };
  waiting.add(workspace.onDidOpenTextDocument(look));
  waiting.add(
    workspace.onDidChangeTextDocument((event) => {
      loadIf(isRoutingTyped(event));
    }),
  );
  waiting.add(
    afterActivation(() => {
      workspace.textDocuments.forEach(look);
      return new DisposableStore();
    }),
  );
  all.add(
    services.runner.register(commandIds.tryWorkflow, async (argument) =>
      (await load()).trials.start(argument),
    ),
  );
  all.add(
    workspace.registerTextDocumentContentProvider(TRIAL_SCHEME, {
      onDidChange: trialChanged.event,
      provideTextDocumentContent: async (uri) => (await load()).trials.text(uri),
    }),
  );
  return all;
}

/** Checks only the changed lines, as it runs for every keystroke. */
function isRoutingTyped({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (sourceKindOf(document.languageId, document.uri.path) === undefined) return false;
  return contentChanges.some(
    ({ text, range }) =>
      mayHoldRouting(text) || mayHoldRouting(document.lineAt(range.start.line).text),
  );
}
