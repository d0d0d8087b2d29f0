import type { ValueRow } from './valueRows.ts';

/** What a key does in a tree. */
export interface TreeStep {
  readonly kind: 'focus' | 'toggle' | 'copy';
  readonly row: ValueRow;
}

/** The keys of a keyboard event that count here. */
interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key does in a tree, as the ARIA practices have it:
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. Besides, what copies in the editor copies the value.
 *
 * @param rows in their order
 * @param active the place that has the focus
 */
export function treeKey(
  pressed: PressedKey,
  rows: readonly ValueRow[],
  active: string,
): TreeStep | undefined {
  const index = rows.findIndex(({ at }) => at === active);
  const row = rows[index];
  if (row === undefined || pressed.altKey) return undefined;
  const focus = (target: ValueRow | undefined): TreeStep | undefined =>
    target && { kind: 'focus', row: target };
  if (pressed.ctrlKey || pressed.metaKey) {
    return pressed.key.toLowerCase() === 'c' ? { kind: 'copy', row } : undefined;
  }
  switch (pressed.key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (row.open === false) return { kind: 'toggle', row };
      return row.open === true ? focus(rows[index + 1]) : undefined;
    case 'ArrowLeft':
      if (row.open === true) return { kind: 'toggle', row };
      return focus(rows.slice(0, index).findLast(({ level }) => level === row.level - 1));
    case 'Enter':
    case ' ':
      return row.open === undefined ? undefined : { kind: 'toggle', row };
    default:
      return undefined;
  }
}
