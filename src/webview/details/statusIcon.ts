import type { IconName } from './icon.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  pending: 'watch',
  reserved: 'bell',
  assigned: 'person',
  wrapping: 'edit',
  completed: 'pass',
  canceled: 'circleSlash',
};

/** The icon of a status, the same as in the sidebar. */
export function statusIcon(status: string | undefined): IconName {
  return (Object.hasOwn(ICONS, status ?? '') ? ICONS[status ?? ''] : undefined) ?? 'question';
}
