import { factsOfStatus } from '../resources/taskStatus.ts';
import type { RowIcon } from './treeRow.ts';

/** @param status as the API gave it, which may be one that came later */
export function statusIcon(status: string | undefined): RowIcon {
  const { icon: name, color } = factsOfStatus(status) ?? { icon: 'question' };
  return { name, ...(color !== undefined && { color }) };
}
