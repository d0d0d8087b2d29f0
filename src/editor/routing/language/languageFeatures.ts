import { l10n, languages } from 'vscode';
import { DisposableStore } from '../../../core/base/disposables.ts';
import { commandIds } from '../../commands/commandIds.ts';
import type { Services } from '../../services.ts';
import type { RoutingTexts } from '../routingTexts.ts';
import { EXPRESSION_LEGEND, ExpressionTokens } from './expressionTokens.ts';
import { QueueLinks } from './queueLinks.ts';
import { readQueueNames } from './readQueueNames.ts';
import { COMPLETION_CHARACTERS, RoutingCompletion } from './routingCompletion.ts';
import { RoutingHoverProvider } from './routingHover.ts';
import type { RoutingNames } from './routingNames.ts';
import { RoutingOutline } from './routingOutline.ts';
import { COLORED_SELECTOR, ROUTING_SELECTOR } from './routingSelector.ts';

/** What VS Code offers for a language, for routing in documents of any language. */
export function registerLanguageFeatures(
  services: Services,
  texts: RoutingTexts,
  names: RoutingNames,
): DisposableStore {
  const all = new DisposableStore();
  const completion = new RoutingCompletion(texts, names);
  all.add(
    languages.registerCompletionItemProvider(
      ROUTING_SELECTOR,
      completion,
      ...COMPLETION_CHARACTERS,
    ),
  );
  all.add(
    languages.registerHoverProvider(ROUTING_SELECTOR, new RoutingHoverProvider(texts, names)),
  );
  all.add(
    languages.registerDocumentSymbolProvider(ROUTING_SELECTOR, new RoutingOutline(texts, names), {
      label: l10n.t('TaskRouter Workflow'),
    }),
  );
  const links = new QueueLinks(texts, names);
  all.add(languages.registerInlayHintsProvider(ROUTING_SELECTOR, links));
  all.add(languages.registerDefinitionProvider(ROUTING_SELECTOR, links));
  all.add(
    languages.registerDocumentSemanticTokensProvider(
      COLORED_SELECTOR,
      new ExpressionTokens(texts),
      EXPRESSION_LEGEND,
    ),
  );
  all.add(
    services.runner.register(commandIds.readNames, (argument) =>
      readQueueNames(argument, services, names),
    ),
  );
  return all;
}
