import { window } from 'vscode';
import { parseResourceAddress } from '../../core/documents/documentUri.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { ShownPages } from '../details/shownPages.ts';

/** Whether somebody can see a Task: its document, or its page. */
export function isTaskVisible(task: ProfiledTask, pages: ShownPages): boolean {
  const key = resourceKey(task);
  return (
    pages.isVisible(task) ||
    window.visibleTextEditors.some(({ document }) => {
      const resource = parseResourceAddress(document.uri);
      return resource !== undefined && resourceKey(resource) === key;
    })
  );
}
