import { l10n, type ExtensionContext } from 'vscode';
import { sampleProfile } from './core/profiles/profile.ts';
import { registerAccounts } from './editor/accounts/registerAccounts.ts';
import { registerAssistant } from './editor/assistant/registerAssistant.ts';
import { registerDetails } from './editor/details/registerDetails.ts';
import { registerTaskDocuments } from './editor/documents/registerTaskDocuments.ts';
import { registerOnboarding } from './editor/onboarding/registerOnboarding.ts';
import { registerPrivacy } from './editor/privacy/registerPrivacy.ts';
import { registerRouting } from './editor/routing/registerRouting.ts';
import { createServices, type AccountAccess } from './editor/services.ts';
import { registerSidebar } from './editor/sidebar/registerSidebar.ts';
import { registerSids } from './editor/sids/registerSids.ts';
import { registerTaskActions } from './editor/taskActions/registerTaskActions.ts';
import { registerWatching } from './editor/watching/registerWatching.ts';
import { SampleConnections } from './sample/sampleConnections.ts';

/** Registers every feature. Accesses neither the network nor the disk. */
export function activateWith(context: ExtensionContext, access: AccountAccess): void {
  const sample = sampleProfile(l10n.t('Sample'));
  const services = createServices({
    ...{ context, access, sample },
    withSample: (others) => new SampleConnections({ profile: sample, others }),
  });
  for (const register of [
    registerAccounts,
    registerPrivacy,
    registerTaskDocuments,
    registerSids,
    registerSidebar,
    registerOnboarding,
    registerDetails,
    registerAssistant,
    registerWatching,
    registerRouting,
    registerTaskActions,
  ]) {
    context.subscriptions.push(register(services));
  }
}
