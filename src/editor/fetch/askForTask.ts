import { l10n } from 'vscode';
import type { Profile } from '../../core/profiles/profile.ts';
import { pastedTasks, type PastedTasks } from '../../core/references/findReference.ts';
import {
  describeReferenceFault,
  parseTaskReference,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import { describeForeignHost } from '../../core/references/statedHost.ts';
import { askFor } from '../askFor.ts';

/** One Task, or a text that names several. */
export type AskedTask = { readonly reference: ParsedTaskReference } | PastedTasks;

/**
 * Asks which Task is meant; nothing if cancelled.
 *
 * @param judge says whether an address of another host than the profile's can be of use at all
 */
export function askForTask(
  profile: Profile,
  suggestion: string,
  judge: (foreign: ParsedTaskReference) => 'accept' | 'refuse',
): Promise<AskedTask | undefined> {
  return askFor<AskedTask>({
    title: l10n.t('Fetch TaskRouter Task'),
    prompt: l10n.t('The Task to fetch with profile “{0}”', profile.name),
    placeholder: l10n.t('WT…, WS…/WT…, an API address or a Console address'),
    value: suggestion,
    read: (text) => {
      const result = parseTaskReference(text);
      if (!result.valid) {
        const pasted = result.fault.kind === 'severalTasks' ? pastedTasks(text) : undefined;
        return pasted !== undefined && pasted.tasks.length > 1
          ? { valid: true, value: pasted }
          : { valid: false, reason: describeReferenceFault(result.fault) };
      }
      const foreign = describeForeignHost(result.reference, profile);
      return foreign === undefined || judge(result.reference) === 'accept'
        ? { valid: true, value: { reference: result.reference } }
        : { valid: false, reason: foreign };
    },
  });
}
