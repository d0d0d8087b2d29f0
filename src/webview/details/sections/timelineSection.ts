import type { ChangedMemberView, ChangedValueView } from '../../../core/history/attributeChange.ts';
import type { TaskEventKind } from '../../../core/history/taskEvent.ts';
import type {
  AttributeChangeView,
  TimelineEntry,
  TimelineInterval,
  TimelineRow,
} from '../../../core/page/timeline.ts';
import { withNumber } from '../../pageStrings.ts';
import type { PageTimeline } from '../../protocol.ts';
import { labelledButton } from '../buttons.ts';
import { element, joinWithDots } from '../element.ts';
import { icon } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** The colour of each kind of event, as a class name. */
const TONES: Readonly<Partial<Record<TaskEventKind, string>>> = {
  created: 'assigned',
  queued: 'assigned',
  moved: 'assigned',
  offered: 'pending',
  accepted: 'completed',
  rejected: 'failed',
  timedOut: 'failed',
  rescinded: 'failed',
  failed: 'failed',
  wrapping: 'wrapping',
  completed: 'completed',
  canceled: 'canceled',
};

/** The events of the Task, as a list in order of time. */
export function timelineSection(timeline: PageTimeline, context: PageContext): HTMLElement {
  const { strings, run } = context;
  const title = element(
    'h2',
    {},
    strings.timeline,
    element('span', { class: 'note' }, strings.timelineNote),
  );
  switch (timeline.kind) {
    case 'loading':
      return element(
        'section',
        { attributes: { 'aria-busy': 'true' } },
        title,
        element('p', { class: 'note', attributes: { role: 'status' } }, strings.timelineLoading),
      );
    case 'failed': {
      const retry = labelledButton({
        ...{ label: strings.tryAgain, focus: 'timeline' },
        onClick: () => {
          run('timeline');
        },
      });
      return element('section', {}, title, element('p', {}, timeline.sentence), retry);
    }
    case 'ready': {
      const { rows } = timeline.view;
      if (rows.length === 0) {
        return element(
          'section',
          {},
          title,
          element('p', { class: 'note' }, strings.timelineEmpty),
        );
      }
      const list = element(
        'ol',
        { class: 'timeline' },
        ...momentsOf(rows).map((moment) => timelineRow(moment, context)),
      );
      return element('section', {}, title, list);
    }
  }
}

/** What happened at one moment, or a span of time. */
type Moment = TimelineInterval | readonly [TimelineEntry, ...TimelineEntry[]];

function momentsOf(rows: readonly TimelineRow[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const row of rows) {
    const last = moments.at(-1);
    if (row.row === 'gap') moments.push(row);
    else if (row.joins === true && last !== undefined && !('row' in last)) {
      moments.splice(-1, 1, [...last, row]);
    } else moments.push([row]);
  }
  return moments;
}

function timelineRow(moment: Moment, context: PageContext): HTMLElement {
  const { clock } = context;
  if ('row' in moment) {
    return element(
      'li',
      { class: 'gap' },
      element('span', {}),
      element('span', {}),
      element(
        'span',
        {},
        moment.growing === undefined ? moment.words : clock.growing(moment.growing),
      ),
    );
  }
  const [{ moment: at, kind }] = moment;
  return element(
    'li',
    {},
    at === undefined ? element('span', {}) : clock.element(at),
    element('span', { class: `dot ${TONES[kind] ?? ''}`, attributes: { 'aria-hidden': 'true' } }),
    element('div', {}, ...moment.map((entry) => entryDetails(entry, context))),
  );
}

function entryDetails(
  { id, words, notes, change, links, opens, type }: TimelineEntry,
  context: PageContext,
): HTMLElement {
  const small = (...children: (Node | string)[]) => element('small', {}, ...children);
  const event = opens?.sid === undefined ? [] : [{ sid: opens.sid, name: '', opens }];
  const references = [...links, ...event].map((link) => resourceLink(link, context));
  return element(
    'div',
    { class: 'entry' },
    element('span', { attributes: { title: type } }, words),
    ...notes.map((note) => small(note)),
    ...(change === undefined ? [] : changeDetails(id, change, context)),
    references.length === 0 ? undefined : small(...joinWithDots(references)),
  );
}

/** The attributes that an event changed, as a button that shows their values before and after. */
function changeDetails(
  id: string,
  { sentences, members, more }: AttributeChangeView,
  context: PageContext,
): HTMLElement[] {
  const name = `change/${id}`;
  const difference = element(
    'div',
    { class: 'difference values' },
    ...members.map((member) => changedValues(member, context)),
    more === 0
      ? undefined
      : element('p', { class: 'note' }, withNumber(context.strings.moreChanges, more)),
  );
  const twistie = element('span', { class: 'twistie' });
  const button = element(
    'button',
    {
      class: 'plain change',
      attributes: { type: 'button', 'data-focus': name },
      onClick: () => {
        show(!context.isOpen(name));
      },
    },
    twistie,
    element('span', {}, ...joinWithDots(sentences)),
  );
  const draw = (open: boolean) => {
    twistie.replaceChildren(icon(open ? 'chevronDown' : 'chevronRight'));
    button.setAttribute('aria-expanded', String(open));
    difference.hidden = !open;
  };
  const show = (open: boolean) => {
    context.setOpen(name, open);
    draw(open);
  };
  draw(context.isOpen(name));
  return [button, difference];
}

function changedValues(
  { path, before, after }: ChangedMemberView,
  { strings }: PageContext,
): HTMLElement {
  return element(
    'div',
    { class: 'member' },
    path === '' ? undefined : element('bdi', { class: 'key' }, path),
    before && line('removed', '−', strings.before, before),
    after && line('added', '+', strings.after, after),
  );
}

function line(
  kind: 'removed' | 'added',
  sign: string,
  label: string,
  { shown }: ChangedValueView,
): HTMLElement {
  return element(
    'div',
    { class: kind },
    element('span', { class: 'sign', attributes: { 'aria-hidden': 'true' } }, sign),
    element('span', { class: 'spoken' }, `${label} `),
    element('bdi', { class: 'text' }, shown),
  );
}
