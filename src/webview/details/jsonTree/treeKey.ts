import type { ValueRow } from './valueRows.ts';

/** What a key press does in a tree. */
export interface TreeAction {
  readonly kind: 'focus' | 'toggle' | 'copy';
  readonly row: ValueRow;
}

/** The relevant properties of a keyboard event. */
interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The action of a key press in a tree, according to
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. In addition, Ctrl+C or Cmd+C copies the
 * value.
 *
 * @param rows in order
 * @param active the pointer of the focused row
 */
export function treeKey(
  pressed: PressedKey,
  rows: readonly ValueRow[],
  active: string,
): TreeAction | undefined {
  const index = rows.findIndex(({ pointer }) => pointer === active);
  const row = rows[index];
  if (row === undefined || pressed.altKey) return undefined;
  const focus = (target: ValueRow | undefined): TreeAction | undefined =>
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
