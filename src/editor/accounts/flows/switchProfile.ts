import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../../core/profiles/profile.ts';
import type { ListedProfile } from '../../../core/profiles/profileDirectory.ts';
import { describeProfile } from '../../../core/profiles/describeProfile.ts';
import { parseProfileName } from '../../../core/profiles/profileName.ts';
import { failureSentence } from '../../ui/failureSentence.ts';
import { localize, joinFacts } from '../../ui/localize.ts';
import { plainText } from '../../ui/plainText.ts';
import { askFor, showQuickInput } from '../../ui/quickInput.ts';
import type { AccountServices } from '../accountServices.ts';
import { addProfile } from './addProfile.ts';
import { changeBadge } from './badgePrompt.ts';
import { activateSample, exploreSample } from './exploreSample.ts';
import { importProfiles } from './importProfiles.ts';
import { confirmRemoval } from './removeProfile.ts';
import { replaceSecret } from './replaceSecret.ts';

type Choice =
  | { readonly kind: 'use' | 'rename' | 'badge' | 'secret' | 'remove'; readonly profileId: string }
  | { readonly kind: 'add' | 'import' | 'explore' };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

const rename = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Rename…') };
const secret = { iconPath: new ThemeIcon('key'), tooltip: l10n.t('Replace Secret…') };
const remove = { iconPath: new ThemeIcon('trash'), tooltip: l10n.t('Remove…') };
const badge = { iconPath: new ThemeIcon('symbol-color'), tooltip: l10n.t('Color and Badge…') };
const buttons: readonly [button: typeof rename, kind: 'rename' | 'badge' | 'secret' | 'remove'][] =
  [
    [badge, 'badge'],
    [rename, 'rename'],
    [secret, 'secret'],
    [remove, 'remove'],
  ];

const separator: ChoiceItem = { label: '', kind: QuickPickItemKind.Separator };

/** Listed apart from the profiles, for users who have none or do not want to use one. */
const sampleItem: ChoiceItem = {
  label: l10n.t('$(beaker) Explore Sample Workspace'),
  choice: { kind: 'explore' },
};

/**
 * Switch Twilio Profile…: shows all profiles with their actions, and ways to add more.
 *
 * @param purpose whether the profile is for another command
 * @returns the id of the selected or added profile, or `undefined` if cancelled
 */
export async function switchProfile(
  services: AccountServices,
  purpose: 'switch' | 'use' = 'switch',
): Promise<string | undefined> {
  for (;;) {
    const choice = await pick(services);
    if (choice === undefined) return undefined;
    switch (choice.kind) {
      case 'use':
        if (choice.profileId === SAMPLE_PROFILE_ID) await activateSample(services);
        else await services.profiles.activate(choice.profileId);
        return choice.profileId;
      case 'explore':
        // A command that needs a profile goes on with its own Task.
        await (purpose === 'use' ? activateSample(services) : exploreSample(services));
        return SAMPLE_PROFILE_ID;
      case 'add':
        return addProfile(services, purpose === 'use' ? 'use' : 'add');
      case 'import':
        return importProfiles(services);
      case 'rename':
      case 'badge':
      case 'secret':
      case 'remove':
        // Shows the updated list again, unless the user cancelled.
        if (!(await change(services, choice))) return undefined;
    }
  }
}

async function pick({ profiles }: AccountServices): Promise<Choice | undefined> {
  const box = window.createQuickPick<ChoiceItem>();
  box.title = l10n.t('Switch Twilio Profile');
  box.placeholder = l10n.t('Select the Twilio profile to use in this window');
  box.matchOnDescription = true;
  box.ignoreFocusOut = true;
  const current = profiles.active();
  const active = current?.id;
  box.items = [
    ...profiles.list().map((profile) => toItem(profile, profile.id === active)),
    separator,
    ...badgeRow(current),
    { label: l10n.t('$(add) Add Twilio Credentials…'), choice: { kind: 'add' } },
    {
      label: l10n.t('$(cloud-download) Import from the Twilio CLI or the Environment…'),
      choice: { kind: 'import' },
    },
    ...(active === SAMPLE_PROFILE_ID ? [] : [separator, sampleItem]),
  ];
  const present = box.items.find(
    ({ choice }) => choice?.kind === 'use' && choice.profileId === active,
  );
  if (present !== undefined) box.activeItems = [present];

  return showQuickInput<Choice>(box, (answer) => [
    box.onDidTriggerItemButton(({ item, button }) => {
      const [, kind] = buttons.find(([one]) => one === button) ?? [];
      if (kind !== undefined && item.choice?.kind === 'use') {
        answer({ kind, profileId: item.choice.profileId });
      }
    }),
    box.onDidAccept(() => {
      const [item] = box.selectedItems;
      if (item?.choice !== undefined) answer(item.choice);
    }),
  ]);
}

/** The button of a row needs a mouse, so that the active profile has a row for it as well. */
function badgeRow(profile: ListedProfile | undefined): readonly ChoiceItem[] {
  if (profile === undefined || profile.origin === 'sample') return [];
  const label = l10n.t('$(symbol-color) Color and Badge of “{0}”…', plainText(profile.name));
  return [{ label, choice: { kind: 'badge', profileId: profile.id } }];
}

/** Of the environment's profile, only the badge can change. */
function buttonsOf(origin: ListedProfile['origin']) {
  if (origin === 'sample') return [];
  return origin === 'stored' ? buttons.map(([button]) => button) : [badge];
}

function toItem(profile: ListedProfile, isActive: boolean): ChoiceItem {
  const { id, name, origin, badge: mark } = profile;
  const facts = 'fault' in profile ? [] : describeProfile(profile);
  return {
    label: `${isActive ? '$(check)' : '$(blank)'} ${plainText(name)}`,
    description: joinFacts([...(mark?.text === undefined ? [] : [plainText(mark.text)]), ...facts]),
    ...('fault' in profile && { detail: plainText(localize(failureSentence(profile.fault))) }),
    buttons: buttonsOf(origin),
    choice: { kind: 'use', profileId: id },
  };
}

/** @returns `false` if cancelled */
function change(
  services: AccountServices,
  { kind, profileId }: Extract<Choice, { profileId: string }>,
): Promise<boolean> {
  switch (kind) {
    case 'rename':
      return renameProfile(services, profileId);
    case 'badge':
      return changeBadge(services.profiles, profileId);
    case 'secret':
      return replaceSecret(services, profileId, 'replace');
    case 'remove':
      return confirmRemoval(services, profileId);
    case 'use':
      return Promise.resolve(false);
  }
}

async function renameProfile({ profiles }: AccountServices, profileId: string): Promise<boolean> {
  const name = await askFor({
    title: l10n.t('Rename Profile'),
    prompt: l10n.t('Enter the new name of the profile'),
    placeholder: l10n.t('Name of the profile'),
    value: profiles.find(profileId)?.name ?? '',
    read: (text) => parseProfileName(text, profiles.takenNames(profileId)),
  });
  if (name === undefined) return false;
  await profiles.change(profileId, { name });
  return true;
}
