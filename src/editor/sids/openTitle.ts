import { l10n } from 'vscode';
import type { OpenAction } from '../../core/links/sidAction.ts';
import { resourceKinds } from '../../core/resources/resourceKind.ts';
import { say } from '../say.ts';

/** What a link says that opens the document of what a SID names. */
export function openTitle(action: OpenAction): string {
  return action.kind === 'fetch'
    ? l10n.t('Fetch Task')
    : l10n.t('Open {0}', say(resourceKinds[action.prefix].name));
}
