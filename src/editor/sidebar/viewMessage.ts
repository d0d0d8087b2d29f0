import { l10n } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../core/profiles/profile.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { describeFilter } from '../../core/tree/namedFilter.ts';
import { joinFacts } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';

/** The text above the rows: that they are of the sample, and the active filters. */
export function viewMessage(
  { profileId, workspaces, filters }: ProfileTree,
  workspaceNames: WorkspaceNames,
): string {
  const shown = present();
  const several = workspaces.length > 1;
  const isSample = profileId === SAMPLE_PROFILE_ID;
  return [
    ...(isSample
      ? [l10n.t('This is the built-in sample. Choose Use My Profile above to leave it.')]
      : []),
    ...[...filters].map(([workspaceSid, filter]) => {
      const facts = joinFacts(describeFilter(filter, shown));
      const name = workspaceNames.label(profileId, workspaceSid);
      return several ? l10n.t('Filter in {0}: {1}', name, facts) : l10n.t('Filter: {0}', facts);
    }),
  ].join('\n');
}
