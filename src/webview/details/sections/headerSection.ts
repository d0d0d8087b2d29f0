import { badgeThemeColor, type ProfileBadge } from '../../../core/profiles/profileBadge.ts';
import { isTaskStatus, statusFacts } from '../../../core/resources/taskStatus.ts';
import type { PageAction, PageView } from '../../protocol.ts';
import { iconButton, labelledButton } from '../buttons.ts';
import { element, joinWithDots, statusClass } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** The Task's SID, status and facts, and the buttons for actions. */
export function headerSection(page: PageView, context: PageContext): HTMLElement {
  const { content, task } = page;
  const { strings, clock, run } = context;
  const header = content.kind === 'task' ? content.view.header : undefined;
  const deleted = content.kind === 'gone' ? content.view : undefined;
  const view = header ?? deleted;
  const facts = [
    ...(view === undefined ? [] : [resourceLink(view.workspace, context)]),
    profileName(view?.profile ?? task.profile, page, context),
    ...(header === undefined
      ? []
      : [element('span', {}, ...clock.timed({ text: strings.fetchedAt, at: header.fetchedAt }))]),
    ...(view === undefined ? [] : [timesButton(context)]),
  ];
  return element(
    'header',
    {},
    element(
      'h1',
      {},
      element('code', {}, task.taskSid),
      iconButton('copy', strings.copySid, () => {
        run('copySid');
      }),
      statusPill(page, context),
      page.masked
        ? element(
            'button',
            {
              class: 'pill',
              attributes: {
                ...{ type: 'button', title: strings.maskedNote, 'data-focus': 'privacy' },
                'aria-label': `${strings.masked}. ${strings.maskedNote}`,
              },
              onClick: () => {
                run('togglePrivacy');
              },
            },
            icon('eyeClosed'),
            strings.masked,
          )
        : undefined,
    ),
    element('p', { class: 'note' }, ...joinWithDots(facts)),
    deleted && element('p', {}, element('strong', {}, ...clock.timed(deleted.headline))),
    ...(deleted?.sentences ?? []).map((sentence) => element('p', { class: 'note' }, sentence)),
    buttons(page, context),
  );
}

/** The status, with the one before if it changed. A deleted Task has none any more. */
function statusPill({ content, deleted }: PageView, { strings }: PageContext) {
  if (deleted) {
    return element('span', { class: 'pill deleted' }, icon('trash'), strings.deleted);
  }
  if (content.kind !== 'task') return undefined;
  const { status, statusLabel } = content.view.header;
  const { status: before } = content.changes;
  return element(
    'span',
    { class: statusClass(before === undefined ? 'pill' : 'pill changed', status) },
    icon(statusIcon(status)),
    ...(before === undefined ? [] : [element('del', {}, before), element('span', {}, '→')]),
    statusLabel,
    before === undefined
      ? undefined
      : element('span', { class: 'spoken' }, ` (${strings.changed})`),
  );
}

function profileName(name: string, { badge }: PageView, { strings }: PageContext): HTMLElement {
  const text = `${strings.profile} ${name}`;
  if (badge === undefined) return element('span', {}, text);
  return element('span', { class: 'profile' }, profileBadge(badge), text);
}

function profileBadge(badge: ProfileBadge): HTMLElement {
  const node = element('span', { class: 'profile-badge' }, badge.text);
  const color = badgeThemeColor(badge);
  if (color !== undefined) {
    node.style.setProperty('--tone', `var(--vscode-${color.replaceAll('.', '-')})`);
  }
  return node;
}

/** Switches all times between relative and exact ones, and names the zone. */
function timesButton({ strings, clock, setOpen }: PageContext): HTMLElement {
  const text = clock.exact ? strings.showRelative : strings.showExact;
  return element(
    'button',
    {
      class: 'link',
      attributes: { type: 'button', 'data-focus': 'times' },
      onClick: () => {
        setOpen('times', !clock.exact);
      },
    },
    text.replace('{0}', clock.zone),
  );
}

const ICONS: Readonly<Record<PageAction, IconName>> = {
  refresh: 'refresh',
  watch: 'eye',
  json: 'json',
  compare: 'diff',
  copyAs: 'copy',
  console: 'linkExternal',
};

function buttons({ actions, fetching }: PageView, { strings, run }: PageContext): HTMLElement {
  return element(
    'div',
    { class: 'bar' },
    ...actions.map((action) => {
      const isRefresh = action === 'refresh';
      const label = isRefresh && fetching ? strings.fetching : strings[action];
      const button = labelledButton({
        ...{ label, icon: ICONS[action], focus: action, isPrimary: isRefresh },
        onClick: () => {
          run(action);
        },
      });
      button.disabled = isRefresh && fetching;
      return button;
    }),
  );
}

/** The icon of a status, the same as in the side bar. */
function statusIcon(status: string | undefined): IconName {
  return isTaskStatus(status) ? statusFacts[status].icon : 'question';
}
