import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { TreeRow } from '../../core/tree/treeRow.ts';
import { sayAll } from '../sayAll.ts';

const STATES = {
  never: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
} as const;

/**
 * A row as the editor shows it. Its id is kept over refreshes, so that nothing closes and the selection
 * stays; its tooltip is made when somebody asks for it.
 */
export function toTreeItem(id: string, row: TreeRow): TreeItem {
  const item = new TreeItem(sayAll(row.label), STATES[row.opens]);
  item.id = id;
  item.description = sayAll(row.description);
  item.accessibilityInformation = { label: sayAll(row.spoken) };
  item.contextValue = row.context;
  if (row.icon !== undefined) {
    const { name, color } = row.icon;
    item.iconPath = new ThemeIcon(name, color === undefined ? undefined : new ThemeColor(color));
  }
  return item;
}
