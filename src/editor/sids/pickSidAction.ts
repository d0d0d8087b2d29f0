import { l10n, window, type QuickPickItem } from 'vscode';
import type { OpenAction } from '../../core/links/sidAction.ts';
import { sidPrefixes } from '../../core/sids/catalog/sidCatalog.ts';
import { docsUrl } from '../../core/sids/catalog/sidMeaning.ts';
import type { SidFinding } from '../../core/sids/scan/sidCandidate.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import { openWebAddress } from '../openWebAddress.ts';
import { copySid } from './copySid.ts';
import { openTitle } from './openTitle.ts';

interface ActionItem extends QuickPickItem {
  readonly run: () => unknown;
}

/** Asks what to do with a SID, and does it. */
export async function pickSidAction(
  found: SidFinding,
  action: Extract<OpenAction, { kind: 'open' }>,
): Promise<void> {
  const meanings = sidPrefixes.get(found.prefix) ?? [];
  const items: readonly ActionItem[] = [
    {
      label: `$(go-to-file) ${openTitle(action)}`,
      detail: l10n.t('As JSON, read with the active profile'),
      run: () => executeCommand(commandIds.openResource, action.argument),
    },
    { label: l10n.t('$(copy) Copy SID'), run: () => copySid(found.text) },
    ...meanings.map((meaning) => ({
      label: l10n.t('$(book) Open Documentation'),
      description: `${meaning.name} · ${meaning.product}`,
      run: () => openWebAddress(docsUrl(meaning)),
    })),
  ];
  const [meaning] = meanings;
  const chosen = await window.showQuickPick(items, {
    title:
      meaning === undefined ? found.text : `${l10n.t('{0} SID', meaning.name)} · ${found.text}`,
  });
  await chosen?.run();
}
