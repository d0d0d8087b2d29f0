import '@vscode-elements/elements/dist/vscode-button/index.js';
import { isTaskStatus, statusFacts } from '../../../core/resources/taskStatus.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import type { PageCommand, PageView } from '../../protocol.ts';
import { element, joinWithDots, statusClass } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** The Task's SID, status and facts, and the buttons for actions. */
export function headerSection(page: PageView, context: PageContext): HTMLElement {
  const { content, task } = page;
  const { strings, times } = context;
  const header = content.kind === 'task' ? content.view.header : undefined;
  const deleted = content.kind === 'gone' ? content.view : undefined;
  const view = header ?? deleted;
  const status = view?.status;
  const facts = [
    ...(view === undefined ? [] : [resourceLink(view.workspace, context)]),
    `${strings.profile} ${view?.profile ?? task.profile}`,
    ...(header === undefined ? [] : [`${strings.fetchedAt} ${times.format(header.fetchedAt)}`]),
  ];
  return element(
    'header',
    {},
    element(
      'h1',
      {},
      element('code', { attributes: { title: task.taskSid } }, shortenSid(task.taskSid)),
      view &&
        element(
          'span',
          { class: statusClass('pill', status) },
          icon(statusIcon(status)),
          view.statusLabel,
        ),
      iconButton('copy', strings.copySid, () => {
        context.run('copySid');
      }),
    ),
    element('p', { class: 'note' }, ...joinWithDots(facts)),
    deleted && element('p', {}, element('strong', {}, deleted.headline)),
    ...(deleted?.sentences ?? []).map((sentence) => element('p', { class: 'note' }, sentence)),
    buttons(page, context),
  );
}

function buttons(page: PageView, { strings, run }: PageContext): HTMLElement {
  const button = (command: PageCommand, label: string, iconName: IconName, primary = false) => {
    const node = element('vscode-button', {
      attributes: { 'data-focus': command, ...(!primary && { secondary: '' }) },
      onClick: () => {
        run(command);
      },
    });
    const iconNode = icon(iconName);
    iconNode.slot = 'content-before';
    node.append(iconNode, label);
    return node;
  };
  const refresh = button(
    'refresh',
    page.fetching ? strings.fetching : strings.refresh,
    'refresh',
    true,
  );
  refresh.disabled = page.fetching;
  // A deleted Task cannot be watched, opened or compared.
  if (page.content.kind === 'gone') return element('div', { class: 'bar' }, refresh);
  return element(
    'div',
    { class: 'bar' },
    refresh,
    page.watching
      ? button('unwatch', strings.unwatch, 'eyeClosed')
      : button('watch', strings.watch, 'eye'),
    button('json', strings.json, 'json'),
    button('compare', strings.compare, 'diff'),
    button('console', strings.console, 'linkExternal'),
  );
}

function iconButton(iconName: IconName, label: string, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', title: label, 'aria-label': label, 'data-focus': label };
  return element('button', { class: 'plain', attributes, onClick }, icon(iconName));
}

/** The icon of a status, the same as in the side bar. */
function statusIcon(status: string | undefined): IconName {
  return isTaskStatus(status) ? statusFacts[status].icon : 'question';
}
