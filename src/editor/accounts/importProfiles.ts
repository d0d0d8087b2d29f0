import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { AccountCheck } from '../../core/profiles/accountCheck.ts';
import type { ImportCandidate } from '../../core/profiles/importSource.ts';
import { freeProfileName } from '../../core/profiles/profileName.ts';
import { placeHosts } from '../../core/profiles/storedProfile.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { plainText } from '../plainText.ts';
import { say } from '../say.ts';
import { untilAnswered } from '../untilAnswered.ts';
import type { AccountParts } from './accountParts.ts';
import { findStored } from './findStored.ts';
import { storeCredentials } from './storeCredentials.ts';
import { mayReplaceSecret, tryImported } from './tryImported.ts';

interface CandidateItem extends QuickPickItem {
  readonly candidate?: ImportCandidate;
}

/**
 * Takes over credentials from the Twilio CLI and from the environment: those that the user picks,
 * whose secrets are read only then, and tried before they are kept. Their sources stay as they are.
 *
 * @returns the id of the profile that this window uses then; nothing if none was imported
 */
export async function importProfiles(parts: AccountParts): Promise<string | undefined> {
  const { profiles, loadImports, runner } = parts;
  await profiles.prepare();
  const imports = await loadImports();
  const { candidates, notes } = await imports.list();
  for (const note of notes) runner.tell('error', note);
  if (candidates.length === 0) {
    runner.tell(
      'information',
      message(
        'There is nothing to import: no profiles of the Twilio CLI, and no TWILIO_… variables.',
      ),
    );
    return undefined;
  }
  const picked = await pick(candidates);
  if (picked === undefined || picked.length === 0) return undefined;

  const imported: { readonly id: string; readonly name: string; readonly active: boolean }[] = [];
  for (const candidate of picked) {
    const { key, from, sid, region, edge, accountSid, active } = candidate;
    const secret = await imports.readSecret(key);
    if (secret === undefined || sid === undefined) {
      runner.tell('error', message('The secret of “{0}” is not there any more.', candidate.name));
      continue;
    }
    const place = { region, edge };
    const same = findStored({ sid, place }, profiles);
    const mayReplace = same === undefined || (await mayReplaceSecret(same, secret, profiles));
    if (mayReplace === false) continue;
    if (same !== undefined && mayReplace === 'same') {
      imported.push({ id: same.id, name: same.name, active });
      continue;
    }
    const tried = await tryImported(parts, candidate.name, { sid, secret, place });
    if (tried === undefined) continue;
    const account = accountSid === undefined ? tried : { accountSid };
    const wanted = from === 'cli' ? candidate.name : l10n.t('Environment');
    const name = freeProfileName(wanted, profiles.takenNames());
    const given = { name, sid, secret, place, ...accountOf(account) };
    const stored = await storeCredentials(given, profiles);
    if (stored.kept === 'nowhere') continue;
    imported.push({ id: stored.profile.id, name: stored.profile.name, active });
  }
  const used = imported.find(({ active }) => active) ?? imported[0];
  if (used === undefined) return undefined;
  await profiles.activate(used.id);
  const names = imported.map(({ name }) => name).join(', ');
  runner.tell(
    'information',
    message('Imported {0}: this window now reads with “{1}”.', names, used.name),
  );
  return used.id;
}

function accountOf({ accountSid }: AccountCheck) {
  return accountSid === undefined ? {} : { accountSid };
}

/** The candidates that can be imported can be ticked; the others say why they cannot. */
async function pick(
  candidates: readonly ImportCandidate[],
): Promise<readonly ImportCandidate[] | undefined> {
  const box = window.createQuickPick<CandidateItem>();
  box.title = l10n.t('Import Twilio Credentials');
  box.placeholder = l10n.t('Tick what is to be taken over, with its secret');
  box.canSelectMany = true;
  box.ignoreFocusOut = true;
  box.matchOnDescription = true;
  const usable = candidates.filter(isUsable);
  box.items = [
    ...usable.map(toItem),
    ...(usable.length < candidates.length
      ? [{ label: l10n.t('cannot be imported'), kind: QuickPickItemKind.Separator }]
      : []),
    ...candidates.filter((candidate) => !isUsable(candidate)).map(toItem),
  ];

  return untilAnswered(box, (answer) => [
    box.onDidChangeSelection((selected) => {
      const kept = selected.filter(({ candidate }) => candidate && isUsable(candidate));
      if (kept.length < selected.length) box.selectedItems = kept;
    }),
    box.onDidAccept(() => {
      answer(box.selectedItems.flatMap(({ candidate }) => candidate ?? []).filter(isUsable));
    }),
  ]);
}

function toItem(candidate: ImportCandidate): CandidateItem {
  const { name, from, sid, region, edge, fault } = candidate;
  const facts = [
    ...(sid === undefined ? [] : [shortenSid(sid)]),
    ...[region.toUpperCase() || 'US1', edge].filter(Boolean),
    from === 'cli' ? l10n.t('Twilio CLI') : l10n.t('TWILIO_… variables'),
  ];
  const reason =
    fault ?? (isUsable(candidate) ? undefined : message('Its region or edge is not usable'));
  return {
    label: plainText(name),
    description: facts.join(' · '),
    candidate,
    ...(reason !== undefined && { detail: say(reason) }),
  };
}

function isUsable({ fault, sid, region, edge }: ImportCandidate): boolean {
  return fault === undefined && sid !== undefined && placeHosts({ region, edge }) !== undefined;
}
