import { CodeActionKind, languages } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import type { Services } from '../services.ts';
import { FetchedAttributes } from './fetchedAttributes.ts';
import { registerLanguageFeatures } from './language/languageFeatures.ts';
import { RoutingNames } from './language/routingNames.ts';
import { RoutingDiagnostics } from './routingDiagnostics.ts';
import { RoutingFixes } from './routingFixes.ts';
import { RoutingTexts } from './routingTexts.ts';
import { WorkflowTrials } from './trial/workflowTrials.ts';

/** The features for routing in documents. Loaded when the first document with routing is open. */
export class RoutingFeatures {
  readonly texts = new RoutingTexts();
  readonly services: Services;
  readonly trials: WorkflowTrials;
  readonly #disposables = new DisposableStore();

  constructor(services: Services) {
    this.services = services;
    const names = this.#disposables.add(new RoutingNames(services));
    this.#disposables.add(registerLanguageFeatures(services, this.texts, names));
    this.trials = this.#disposables.add(new WorkflowTrials(services, this.texts, names));
    const fetched = this.#disposables.add(new FetchedAttributes(services, names));
    const diagnostics = this.#disposables.add(new RoutingDiagnostics(this.texts, fetched));
    this.#disposables.add(
      // Whether a document has routing depends on its text, so that a selector cannot say it.
      languages.registerCodeActionsProvider('*', new RoutingFixes(diagnostics), {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
