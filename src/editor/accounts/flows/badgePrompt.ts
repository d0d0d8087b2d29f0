import { l10n, ThemeColor, ThemeIcon, window, type QuickPickItem } from 'vscode';
import {
  badgeThemeColor,
  MAX_BADGE_LENGTH,
  parseBadgeText,
  profileColors,
  type ProfileColor,
} from '../../../core/profiles/profileBadge.ts';
import { plainText } from '../../ui/plainText.ts';
import { askFor } from '../../ui/quickInput.ts';
import type { Profiles } from '../profiles.ts';

interface ColorItem extends QuickPickItem {
  readonly color?: ProfileColor;
}

/**
 * Asks for the color and the text of a profile's badge, either of which can be none.
 *
 * @returns `false` if cancelled
 */
export async function changeBadge(profiles: Profiles, profileId: string): Promise<boolean> {
  const profile = profiles.find(profileId);
  if (profile === undefined) return false;
  const { badge = {} } = profile;
  const title = l10n.t('Badge of Profile “{0}”', plainText(profile.name));
  const none: ColorItem = { label: l10n.t('No Color'), iconPath: new ThemeIcon('circle-slash') };
  const items = [...profileColors.map(toItem), none].map((item) =>
    item.color === badge.color ? { ...item, description: l10n.t('current') } : item,
  );
  const placeHolder = l10n.t('Select a color');
  const picked = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  if (picked === undefined) return false;
  const text = await askFor({
    title,
    prompt: l10n.t('Enter a badge, or leave it empty for none'),
    placeholder: l10n.t('For example PROD, at most {0} characters', MAX_BADGE_LENGTH),
    value: badge.text ?? '',
    read: parseBadgeText,
  });
  if (text === undefined) return false;
  const { color } = picked;
  const isEmpty = color === undefined && text === '';
  await profiles.change(profileId, {
    badge: isEmpty
      ? undefined
      : { ...(color !== undefined && { color }), ...(text !== '' && { text }) },
  });
  return true;
}

function toItem(color: ProfileColor): ColorItem {
  const theme = badgeThemeColor({ color });
  return {
    color,
    label: colorName(color),
    iconPath: new ThemeIcon('circle-filled', theme === undefined ? theme : new ThemeColor(theme)),
    ...(color === 'red' && { detail: l10n.t('Red background in the status bar') }),
    ...(color === 'yellow' && { detail: l10n.t('Yellow background in the status bar') }),
  };
}

function colorName(color: ProfileColor): string {
  switch (color) {
    case 'red':
      return l10n.t('Red');
    case 'yellow':
      return l10n.t('Yellow');
    case 'green':
      return l10n.t('Green');
    case 'blue':
      return l10n.t('Blue');
    case 'purple':
      return l10n.t('Purple');
  }
}
