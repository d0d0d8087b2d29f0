import { l10n, ThemeIcon, Uri, type QuickPickItem } from 'vscode';
import {
  MAX_BADGE_LENGTH,
  parseBadgeText,
  profileColors,
  type ProfileBadge,
  type ProfileColor,
} from '../../../core/profiles/profileBadge.ts';
import { plainText } from '../../ui/plainText.ts';
import { askFor, BACK, backButton, pickOrGoBack } from '../../ui/quickInput.ts';
import type { Profiles } from '../profiles.ts';

interface ColorItem extends QuickPickItem {
  readonly color?: ProfileColor;
}

/**
 * Asks for the color and the text of a profile's badge, either of which can be none.
 *
 * @returns `false` if cancelled. `true` leads back to the list of profiles
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
  const placeholder = l10n.t('Select a color');
  for (;;) {
    const picked = await pickOrGoBack(items, {
      ...{ title, placeholder, ignoreFocusOut: true },
      active: items.find(({ color }) => color === badge.color),
    });
    if (picked === BACK) return true;
    const [choice] = picked ?? [];
    if (choice === undefined) return false;
    const text = await askFor<string | typeof BACK>({
      title,
      prompt: l10n.t('Enter a badge, or leave it empty for none'),
      placeholder: l10n.t('For example PROD, at most {0} characters', MAX_BADGE_LENGTH),
      value: badge.text ?? '',
      buttons: [backButton],
      read: parseBadgeText,
    });
    if (text === BACK) continue;
    if (text === undefined) return false;
    await profiles.change(profileId, { badge: toBadge(choice.color, text) });
    return true;
  }
}

function toBadge(color: ProfileColor | undefined, text: string): ProfileBadge | undefined {
  const badge = { ...(color !== undefined && { color }), ...(text !== '' && { text }) };
  return Object.keys(badge).length === 0 ? undefined : badge;
}

function toItem(color: ProfileColor): ColorItem {
  const name = colorName(color);
  const isBackground = color === 'red' || color === 'yellow';
  return {
    color,
    label: name,
    iconPath: dot(color),
    ...(isBackground && { description: l10n.t('as background in the status bar') }),
  };
}

/** VS Code's own values for its theme colors, on light and dark. */
const HEX: Readonly<Record<ProfileColor, readonly [light: string, dark: string]>> = {
  red: ['#e51400', '#f14c4c'],
  yellow: ['#bf8803', '#cca700'],
  green: ['#388a34', '#89d185'],
  blue: ['#1a85ff', '#3794ff'],
  purple: ['#652d90', '#b180d7'],
};

/** A picture, as a quick pick shows theme icons without their color. */
function dot(color: ProfileColor): { readonly light: Uri; readonly dark: Uri } {
  const [light, dark] = HEX[color];
  return { light: picture(light), dark: picture(dark) };
}

function picture(hex: string): Uri {
  const drawing = `<circle cx="8" cy="8" r="6" fill="${hex}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawing}</svg>`;
  return Uri.from({ scheme: 'data', path: `image/svg+xml;base64,${btoa(svg)}` });
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
