import { l10n } from 'vscode';
import type { Profile } from '../../core/profiles/profile.ts';
import { describeForeignHost } from '../../core/references/describeForeignHost.ts';
import { describeReferenceFault } from '../../core/references/describeReferenceFault.ts';
import {
  parseTaskReference,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import { askFor } from '../askFor.ts';

/**
 * Asks which Task is meant; nothing if cancelled.
 *
 * @param judge says whether an address of another host than the profile's can be of use at all
 */
export function askForTask(
  profile: Profile,
  suggestion: string,
  judge: (foreign: ParsedTaskReference) => 'accept' | 'refuse',
): Promise<ParsedTaskReference | undefined> {
  return askFor({
    title: l10n.t('Fetch TaskRouter Task'),
    prompt: l10n.t('The Task to fetch with profile “{0}”', profile.name),
    placeholder: l10n.t('WT…, WS…/WT…, an API address or a Console address'),
    value: suggestion,
    read: (text) => {
      const result = parseTaskReference(text);
      if (!result.valid) return { valid: false, reason: describeReferenceFault(result.fault) };
      const foreign = describeForeignHost(result.reference, profile);
      return foreign === undefined || judge(result.reference) === 'accept'
        ? { valid: true, value: result.reference }
        : { valid: false, reason: foreign };
    },
  });
}
