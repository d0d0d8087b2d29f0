import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { message } from '../../../core/messages/message.ts';
import type { AccountCheck } from '../../../core/profiles/accountCheck.ts';
import type { CredentialDraft } from '../../../core/profiles/credentials.ts';
import type { ImportCandidate } from '../../../core/profiles/importSource.ts';
import { freeProfileName } from '../../../core/profiles/profileName.ts';
import {
  endpointHost,
  endpointHosts,
  toProfile,
  type StoredProfile,
} from '../../../core/profiles/storedProfile.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { asFailure, type Failure } from '../../../core/taskrouter/failure.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { executeCommand } from '../../commands/executeCommand.ts';
import { failureSentence } from '../../ui/failureSentence.ts';
import { localize } from '../../ui/localize.ts';
import { plainText } from '../../ui/plainText.ts';
import { runWithProgress } from '../../ui/progress.ts';
import { showQuickInput } from '../../ui/quickInput.ts';
import type { AccountServices } from '../accountServices.ts';
import type { Profiles } from '../profiles.ts';
import { findStoredProfile, storeCredentials } from './storeCredentials.ts';

interface CandidateItem extends QuickPickItem {
  readonly candidate?: ImportCandidate;
}

/**
 * Imports credentials from the Twilio CLI and the environment. The user selects them. Only then are
 * their secrets read, and they are verified before they are stored. Their sources are not changed.
 *
 * @returns the id of the profile that this window uses afterwards, or `undefined` if none was
 *   imported
 */
export async function importProfiles(services: AccountServices): Promise<string | undefined> {
  const { profiles, loadImports, runner } = services;
  await profiles.prepare();
  const imports = await loadImports();
  const { candidates, notes } = await imports.list();
  for (const note of notes) runner.showMessage('error', note);
  if (candidates.length === 0) {
    runner.showMessage(
      'information',
      message(
        'Nothing to import. There are no profiles of the Twilio CLI, and no TWILIO_… variables.',
      ),
      [
        {
          title: message('Add Twilio Credentials…'),
          run: async () => executeCommand(commandIds.addProfile),
        },
      ],
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
      runner.showMessage(
        'error',
        message('The secret of “{0}” is no longer stored.', candidate.name),
      );
      continue;
    }
    const place = { region, edge };
    const same = findStoredProfile({ sid, place }, profiles);
    const mayReplace = same === undefined || (await mayReplaceSecret(same, secret, profiles));
    if (mayReplace === false) continue;
    if (same !== undefined && mayReplace === 'same') {
      imported.push({ id: same.id, name: same.name, active });
      continue;
    }
    const tried = await verifyImported(services, candidate.name, { sid, secret, place });
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
  runner.showMessage(
    'information',
    message('Imported {0}. “{1}” is now active in this window.', names, used.name),
  );
  return used.id;
}

function accountOf({ accountSid }: AccountCheck) {
  return accountSid === undefined ? {} : { accountSid };
}

/** Only valid candidates can be selected. The others show why they are invalid. */
async function pick(
  candidates: readonly ImportCandidate[],
): Promise<readonly ImportCandidate[] | undefined> {
  const box = window.createQuickPick<CandidateItem>();
  box.title = l10n.t('Import Twilio Credentials');
  box.placeholder = l10n.t('Select the credentials to import');
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

  return showQuickInput(box, (answer) => [
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
  const reason = fault ?? (isUsable(candidate) ? undefined : message('Region or edge not valid'));
  return {
    label: plainText(name),
    description: facts.join(' · '),
    candidate,
    ...(reason !== undefined && { detail: localize(reason) }),
  };
}

function isUsable({ fault, sid, region, edge }: ImportCandidate): boolean {
  return fault === undefined && sid !== undefined && endpointHosts({ region, edge }) !== undefined;
}

/**
 * Verifies imported credentials, before anything is stored.
 *
 * @param name the name that the user selected them by
 * @returns what they reveal about their account, or `undefined` if they must not be stored
 */
export async function verifyImported(
  { check, runner }: Pick<AccountServices, 'check' | 'runner'>,
  name: string,
  draft: CredentialDraft,
): Promise<AccountCheck | undefined> {
  const host = endpointHost(draft.place);
  for (;;) {
    try {
      return await runWithProgress(l10n.t('Verifying credentials with {0}…', host), (signal) =>
        check(draft, signal),
      );
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      if (failure.kind === 'unauthorized' || failure.kind === 'unauthorizedInRegion') {
        runner.showMessage(
          'error',
          message('“{0}” was not imported: {1}', name, failureSentence(failure)),
        );
        return undefined;
      }
      const choice = await askWhatToDo(name, failure);
      if (choice !== 'again') return choice === 'save' ? {} : undefined;
    }
  }
}

async function askWhatToDo(name: string, failure: Failure): Promise<'save' | 'again' | undefined> {
  const save = l10n.t('Save Anyway');
  const again = l10n.t('Try Again');
  const choice = await window.showWarningMessage(
    plainText(localize(failureSentence(failure))),
    { modal: true, detail: l10n.t('“{0}” is not stored yet.', name) },
    save,
    again,
  );
  if (choice === save) return 'save';
  return choice === again ? 'again' : undefined;
}

/**
 * Whether an imported secret may replace the stored one. Asks the user if they differ.
 *
 * @returns `'same'` if the profile already has this secret
 */
export async function mayReplaceSecret(
  stored: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<boolean | 'same'> {
  const profile = toProfile(stored);
  if (!('fault' in profile)) {
    const reading = await profiles.secrets.read(profile);
    if (reading.found && reading.secret === secret) return 'same';
    // A secret stored by an earlier version is verified even if it is the same.
    const present = reading.found
      ? reading.secret
      : await profiles.secrets.readUnverified(stored.id);
    const isNone = !reading.found && reading.reason === 'missing';
    if (isNone || present === secret) return true;
  }
  const replace = l10n.t('Replace');
  const choice = await window.showWarningMessage(
    l10n.t('Replace the secret of “{0}”?', plainText(stored.name)),
    {
      modal: true,
      detail: l10n.t('This profile has the same SID and region, but another secret.'),
    },
    replace,
  );
  return choice === replace;
}
