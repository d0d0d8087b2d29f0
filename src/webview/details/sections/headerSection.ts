import '@vscode-elements/elements/dist/vscode-button/index.js';
import { isTaskStatus, statusFacts } from '../../../core/resources/taskStatus.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import type { PageCommand, PageView } from '../../protocol.ts';
import { element, joinWithDots, statusClass } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** Whose page it is, and what can be done. */
export function headerSection(page: PageView, tools: PageContext): HTMLElement {
  const { content, task } = page;
  const { strings: words, times } = tools;
  const header = content.kind === 'task' ? content.view.header : undefined;
  const gone = content.kind === 'gone' ? content.view : undefined;
  const known = header ?? gone;
  const status = known?.status;
  const facts = [
    ...(known === undefined ? [] : [resourceLink(known.workspace, tools)]),
    `${words.profile} ${known?.profile ?? task.profile}`,
    ...(header === undefined ? [] : [`${words.fetchedAt} ${times.format(header.fetchedAt)}`]),
  ];
  return element(
    'header',
    {},
    element(
      'h1',
      {},
      element('code', { attributes: { title: task.taskSid } }, shortenSid(task.taskSid)),
      known &&
        element(
          'span',
          { class: statusClass('pill', status) },
          icon(statusIcon(status)),
          known.statusLabel,
        ),
      iconButton('copy', words.copySid, () => {
        tools.run('copySid');
      }),
    ),
    element('p', { class: 'note' }, ...joinWithDots(facts)),
    gone && element('p', {}, element('strong', {}, gone.headline)),
    ...(gone?.sentences ?? []).map((sentence) => element('p', { class: 'note' }, sentence)),
    buttons(page, tools),
  );
}

function buttons(page: PageView, { strings: words, run }: PageContext): HTMLElement {
  const button = (command: PageCommand, label: string, drawing: IconName, primary = false) => {
    const made = element('vscode-button', {
      attributes: { 'data-focus': command, ...(!primary && { secondary: '' }) },
      onClick: () => {
        run(command);
      },
    });
    const drawn = icon(drawing);
    drawn.slot = 'content-before';
    made.append(drawn, label);
    return made;
  };
  const refresh = button(
    'refresh',
    page.fetching ? words.fetching : words.refresh,
    'refresh',
    true,
  );
  refresh.disabled = page.fetching;
  // Of a Task that is gone there is nothing to watch, to read or to compare.
  if (page.content.kind === 'gone') return element('div', { class: 'bar' }, refresh);
  return element(
    'div',
    { class: 'bar' },
    refresh,
    page.watching
      ? button('unwatch', words.unwatch, 'eyeClosed')
      : button('watch', words.watch, 'eye'),
    button('json', words.json, 'json'),
    button('compare', words.compare, 'diff'),
    button('console', words.console, 'linkExternal'),
  );
}

function iconButton(drawing: IconName, label: string, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', title: label, 'aria-label': label, 'data-focus': label };
  return element('button', { class: 'plain', attributes, onClick }, icon(drawing));
}

/** The icon of a status, the same as in the sidebar. */
function statusIcon(status: string | undefined): IconName {
  return isTaskStatus(status) ? statusFacts[status].icon : 'question';
}
