import type { TimelineKind } from '../../core/history/taskEvent.ts';
import type { Formatted } from '../../core/messages/viewText.ts';
import type { TimelineRow } from '../../core/page/timeline.ts';
import type { PageTimeline } from '../protocol.ts';
import { changeDetails } from './changeDetails.ts';
import { element } from './element.ts';
import type { PageTools } from './pageTools.ts';
import { resourceLink } from './resourceLink.ts';
import { separated } from './separated.ts';

/** What the colour of an entry is that of. */
const TONES: Readonly<Partial<Record<TimelineKind, string>>> = {
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
export function timelineSection(timeline: PageTimeline, tools: PageTools): HTMLElement {
  const { words, run } = tools;
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

function rowOf(row: Formatted<TimelineRow>, tools: PageTools): HTMLElement {
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
      references.length === 0 ? undefined : small(...separated(references)),
    ),
  );
}
