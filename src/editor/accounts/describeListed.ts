import { l10n } from 'vscode';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import { describeProfile } from '../../core/profiles/describeProfile.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize, joinFacts } from '../ui/localize.ts';

/** The tooltip of a profile in the status bar. Loaded lazily. */
export function describeListed(profile: ListedProfile): string {
  if ('fault' in profile) return localize(failureSentence(profile.fault));
  return l10n.t('Twilio profile {0}: {1}', profile.name, joinFacts(describeProfile(profile)));
}
