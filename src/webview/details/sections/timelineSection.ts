import type {
  AttributeChangeView,
  ChangedMemberView,
  ChangedValueView,
} from '../../../core/history/attributeChange.ts';
import type { TaskEventKind } from '../../../core/history/taskEvent.ts';
import type { Formatted } from '../../../core/messages/viewText.ts';
import type { TimelineRow } from '../../../core/page/timeline.ts';
import { withNumber } from '../../pageStrings.ts';
import type { PageTimeline } from '../../protocol.ts';
import { element, joinWithDots } from '../element.ts';
import { icon } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** What the colour of an entry is that of. */
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

/** What happened to the Task, as a list on one time axis. */
export function timelineSection(timeline: PageTimeline, tools: PageContext): HTMLElement {
  const { strings: words, run } = tools;
  const title = element(
    'h2',
    {},
    words.timeline,
    element('span', { class: 'note' }, words.timelineNote),
  );
  switch (timeline.kind) {
    case 'loading':
      return element(
        'section',
        { attributes: { 'aria-busy': 'true' } },
        title,
        element('p', { class: 'note', attributes: { role: 'status' } }, words.timelineLoading),
      );
    case 'failed': {
      const again = element('vscode-button', {
        attributes: { secondary: '', 'data-focus': 'timeline' },
        onClick: () => {
          run('timeline');
        },
      });
      again.append(words.tryAgain);
      return element('section', {}, title, element('p', {}, timeline.sentence), again);
    }
    case 'ready': {
      const { rows } = timeline.view;
      if (rows.length === 0) {
        return element('section', {}, title, element('p', { class: 'note' }, words.timelineEmpty));
      }
      const list = element('ol', { class: 'timeline' }, ...rows.map((row) => rowOf(row, tools)));
      return element('section', {}, title, list);
    }
  }
}

function rowOf(row: Formatted<TimelineRow>, tools: PageContext): HTMLElement {
  const dot = (tone: string | undefined) =>
    element('span', { class: `dot ${tone ?? ''}`, attributes: { 'aria-hidden': 'true' } });
  if (row.row === 'gap') {
    return element(
      'li',
      { class: 'gap' },
      element('span', {}),
      element('span', {}),
      element('span', {}, row.words),
    );
  }
  const { id, moment, kind, words, notes, change, links, opens, type } = row;
  const small = (...children: (Node | string)[]) => element('small', {}, ...children);
  const event = opens?.sid === undefined ? [] : [{ sid: opens.sid, name: '', opens }];
  const references = [...links, ...event].map((link) => resourceLink(link, tools));
  return element(
    'li',
    {},
    moment === undefined ? element('span', {}) : tools.times.element(moment),
    dot(TONES[kind]),
    element(
      'div',
      {},
      element('span', { attributes: { title: type } }, words),
      ...notes.map((note) => small(note)),
      ...(change === undefined ? [] : changeDetails(id, change, tools)),
      references.length === 0 ? undefined : small(...joinWithDots(references)),
    ),
  );
}

/** Which attributes an event changed, as a button that opens what they were and became. */
function changeDetails(
  id: string,
  { sentences, members: places, more }: Formatted<AttributeChangeView>,
  tools: PageContext,
): HTMLElement[] {
  const name = `change/${id}`;
  const difference = element(
    'div',
    { class: 'difference values' },
    ...places.map((place) => changedValues(place, tools)),
    more === 0
      ? undefined
      : element('p', { class: 'note' }, withNumber(tools.strings.moreChanges, more)),
  );
  const twistie = element('span', { class: 'twistie' });
  const button = element(
    'button',
    {
      class: 'plain change',
      attributes: { type: 'button', 'data-focus': name },
      onClick: () => {
        show(!tools.isOpen(name));
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
    tools.setOpen(name, open);
    draw(open);
  };
  draw(tools.isOpen(name));
  return [button, difference];
}

function changedValues(
  { path, before, after }: ChangedMemberView,
  { strings: words }: PageContext,
): HTMLElement {
  return element(
    'div',
    { class: 'place' },
    path === '' ? undefined : element('bdi', { class: 'key' }, path),
    before && line('removed', '−', words.before, before),
    after && line('added', '+', words.after, after),
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
