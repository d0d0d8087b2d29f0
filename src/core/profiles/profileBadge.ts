import { asRecord } from '../json/jsonObject.ts';
import { message, type Message } from '../messages/message.ts';
import { shownText } from '../messages/plainText.ts';

/** The colors of profiles. Each is a theme color of VS Code, `charts.red` and so on. */
export const profileColors = ['red', 'yellow', 'green', 'blue', 'purple'] as const;

export type ProfileColor = (typeof profileColors)[number];

/** What makes a profile stand out wherever it is named, such as that of production. */
export interface ProfileBadge {
  readonly color?: ProfileColor;
  /** At most `MAX_BADGE_LENGTH` characters, such as `PROD`. */
  readonly text?: string;
}

/** The badge is shown beside other facts, in a row or the status bar. */
export const MAX_BADGE_LENGTH = 8;

/** Reads a stored badge, which another version may have written. `undefined` if it is empty. */
export function readProfileBadge(value: unknown): ProfileBadge | undefined {
  const { color, text } = asRecord(value);
  const known = profileColors.find((one) => one === color);
  const written = typeof text === 'string' ? parseBadgeText(text) : undefined;
  const shown = written?.valid === true ? written.value : '';
  if (known === undefined && shown === '') return undefined;
  return { ...(known !== undefined && { color: known }), ...(shown !== '' && { text: shown }) };
}

type BadgeTextResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Validates the text of a badge, which may be empty. */
export function parseBadgeText(text: string): BadgeTextResult {
  const value = shownText(text.replace(/[\p{C}\s]+/gu, ' ').trim());
  return Array.from(value).length > MAX_BADGE_LENGTH
    ? { valid: false, reason: message('Enter at most {0} characters', MAX_BADGE_LENGTH) }
    : { valid: true, value };
}

/** The theme color of VS Code for text and icons, also `--vscode-charts-red` and so on in a page. */
export function badgeThemeColor({ color }: ProfileBadge): string | undefined {
  return color === undefined ? undefined : `charts.${color}`;
}

/** The name of a profile with its badge, as one line: `PROD · Acme`. */
export function badgedName(profile: {
  readonly name: string;
  readonly badge?: ProfileBadge | undefined;
}): string {
  const { text = '' } = profile.badge ?? {};
  return text === '' ? profile.name : `${text} · ${profile.name}`;
}

/** The same where names stand among other facts: `Acme (PROD)`. */
export function nameWithBadge({ name, badge }: Parameters<typeof badgedName>[0]): string {
  return badge?.text === undefined ? name : `${name} (${badge.text})`;
}
