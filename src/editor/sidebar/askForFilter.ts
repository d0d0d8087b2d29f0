import { l10n, window, type QuickPickItem } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { message, type Message } from '../../core/messages/message.ts';
import { describeStatus, taskStatuses, type TaskStatus } from '../../core/resources/taskStatus.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { workspaceLabel } from '../../core/taskrouter/resourceLabel.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import {
  describeFilter,
  splitFilter,
  type FilterFacet,
  type NamedFilter,
} from '../../core/tree/namedFilter.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import type { GroupKind } from '../../core/tree/treeNode.ts';
import { localize, joinFacts } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { runWithProgress } from '../ui/progress.ts';
import { askFor, BACK, backButton, pickOrGoBack } from '../ui/quickInput.ts';

/** The new value of a facet, which is empty if it does not filter; `undefined` if cancelled. */
type Change = NamedFilter | typeof BACK | undefined;

/**
 * Asks for a filter of a Workspace's Tasks, one facet at a time. Each is added to the ones that are
 * set.
 *
 * @param refused why TaskRouter refused the filter that is set, so that its expression is asked for
 * @returns the filter, or `undefined` for none; `cancelled` if nothing changes
 */
export async function askForFilter(
  tree: ProfileTree,
  workspace: Workspace,
  refused?: Message,
): Promise<NamedFilter | undefined | 'cancelled'> {
  const before = tree.filters.get(workspace.sid) ?? {};
  const isFaulty = refused !== undefined && before.expression !== undefined;
  let facet = isFaulty ? 'expression' : await pickFacet(before, workspace);
  for (;;) {
    if (facet === undefined) return 'cancelled';
    if (facet === 'clear') return undefined;
    const change = await askForFacet(facet, { before, tree, workspaceSid: workspace.sid, refused });
    if (change === undefined) return 'cancelled';
    if (change !== BACK) {
      const filter = { ...splitFilter(before, facet).others, ...change };
      return Object.keys(filter).length === 0 ? undefined : filter;
    }
    facet = await pickFacet(before, workspace);
  }
}

async function pickFacet(
  filter: NamedFilter,
  workspace: Workspace,
): Promise<FilterFacet | 'clear' | undefined> {
  const shown = present();
  const item = (facet: FilterFacet, label: string) => {
    const facts = describeFilter(splitFilter(filter, facet).own, shown);
    return { facet, label, description: facts.length === 0 ? l10n.t('any') : joinFacts(facts) };
  };
  const items: (QuickPickItem & { readonly facet: FilterFacet | 'clear' })[] = [
    item('status', l10n.t('$(pulse) Status…')),
    item('queue', l10n.t('$(inbox) TaskQueue…')),
    item('workflow', l10n.t('$(git-merge) Workflow…')),
    item('priority', l10n.t('$(arrow-up) Priority…')),
    item('expression', l10n.t('$(json) Attributes…')),
  ];
  if (Object.keys(filter).length > 0) {
    items.push({ facet: 'clear', label: l10n.t('$(clear-all) Clear Filter') });
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Filter Tasks of {0}', plainText(workspaceLabel(workspace, shown))),
    placeHolder: l10n.t('Select what to filter by'),
  });
  return chosen?.facet;
}

interface FacetContext {
  readonly before: NamedFilter;
  readonly tree: ProfileTree;
  readonly workspaceSid: string;
  readonly refused: Message | undefined;
}

async function askForFacet(
  facet: FilterFacet,
  { before, tree, workspaceSid, refused }: FacetContext,
): Promise<Change> {
  switch (facet) {
    case 'status':
      return pickStatuses(before.statuses ?? taskStatuses);
    case 'queue': {
      const picked = await pickNamed(tree, workspaceSid, 'TaskQueues', before.taskQueueSid);
      if (picked === undefined || picked === BACK) return picked;
      return picked.sid === '' ? {} : { taskQueueSid: picked.sid, taskQueueName: picked.name };
    }
    case 'workflow': {
      const picked = await pickNamed(tree, workspaceSid, 'Workflows', before.workflowSid);
      if (picked === undefined || picked === BACK) return picked;
      return picked.sid === '' ? {} : { workflowSid: picked.sid, workflowName: picked.name };
    }
    case 'priority': {
      const text = await askForPriority(before.priority);
      if (text === undefined || text === BACK) return text;
      return text === '' ? {} : { priority: Number(text) };
    }
    case 'expression': {
      const expression = await askForExpression(before.expression, refused);
      if (expression === undefined || expression === BACK) return expression;
      return expression === '' ? {} : { expression };
    }
  }
}

async function pickStatuses(before: readonly TaskStatus[]): Promise<Change> {
  const items = taskStatuses.map((status) => ({
    label: localize(describeStatus(status)),
    picked: before.includes(status),
    status,
  }));
  const picked = await pickOrGoBack(items, {
    title: l10n.t('Filter Tasks by Status'),
    placeholder: l10n.t('Select the statuses to show'),
    many: true,
  });
  if (picked === undefined || picked === BACK) return picked;
  const statuses = picked.map(({ status }) => status);
  // Selecting no status at all would filter out every Task, which cannot be meant.
  return statuses.length === 0 || statuses.length === taskStatuses.length ? {} : { statuses };
}

async function pickNamed(
  tree: ProfileTree,
  workspaceSid: string,
  kind: GroupKind,
  before: string | undefined,
): Promise<{ readonly sid: string; readonly name: string } | typeof BACK | undefined> {
  const title =
    kind === 'TaskQueues'
      ? l10n.t('Filter Tasks by TaskQueue')
      : l10n.t('Filter Tasks by Workflow');
  const rows = await runWithProgress(title, (signal) =>
    untilAborted(tree.readGroup(workspaceSid, kind), signal),
  );
  const shown = present();
  const items = [
    { label: l10n.t('Any'), sid: '', name: '' },
    ...rows.map(({ sid, name }) => ({
      label: `${sid === before ? '$(check) ' : ''}${plainText(shown.line(name) || shortenSid(sid))}`,
      description: shortenSid(sid),
      sid,
      name,
    })),
  ];
  const placeholder =
    kind === 'TaskQueues' ? l10n.t('Select a TaskQueue') : l10n.t('Select a Workflow');
  const active = items.find(({ sid }) => sid === before);
  const picked = await pickOrGoBack(items, { title, placeholder, active });
  return picked === BACK ? BACK : picked?.[0];
}

async function askForPriority(
  before: number | undefined,
): Promise<string | typeof BACK | undefined> {
  return askFor<string | typeof BACK>({
    buttons: [backButton],
    title: l10n.t('Filter Tasks by Priority'),
    prompt: l10n.t('Enter a priority, or nothing for any'),
    placeholder: '0',
    value: before === undefined ? '' : String(before),
    read: (text) =>
      /^\s*\d{0,9}\s*$/.test(text)
        ? { valid: true, value: text.trim() }
        : { valid: false, reason: message('Enter a whole number') },
  });
}

async function askForExpression(
  before: string | undefined,
  refused: Message | undefined,
): Promise<string | typeof BACK | undefined> {
  const { checkTaskExpression } = await import('../../core/routing/routingApi.ts');
  return askFor<string | typeof BACK>({
    buttons: [backButton],
    title: l10n.t('Filter Tasks by Attributes'),
    prompt: l10n.t('Enter an expression over Task attributes, or nothing for any'),
    placeholder: "customer.tier == 'gold' AND language == 'es'",
    value: before ?? '',
    validationMessage: refused,
    read: (text) => {
      const value = text.trim();
      return value === '' ? { valid: true, value } : { value, ...checkTaskExpression(value) };
    },
  });
}
