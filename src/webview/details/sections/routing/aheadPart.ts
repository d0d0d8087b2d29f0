import { plainEnglish } from '../../../../core/messages/message.ts';
import type { TaskAheadView, TasksAheadView } from '../../../../core/page/routing/routingView.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';
import { resourceLink } from '../linksSection.ts';
import { disclosure } from './disclosure.ts';
import { limitedRows } from './limitedRows.ts';
import { numberText } from './richText.ts';

const FIRST_ROWS = 5;

/** The Tasks that get a Worker before this one. */
export function aheadPart(ahead: TasksAheadView, context: PageContext): HTMLElement {
  const { aheadOfIt, nothingAhead } = context.strings.routingSection;
  const { count, tasks } = ahead;
  const summary = [
    element('h3', {}, aheadOfIt),
    element('span', { class: 'note' }, count === 0 ? nothingAhead : aheadCounts(ahead, context)),
  ];
  if (tasks.length === 0) return element('div', { class: 'panel flat' }, ...summary);
  return disclosure(
    {
      ...{ name: 'routing/ahead', class: 'panel', isOpenAtFirst: true },
      summary,
      content: () => {
        const list = element('ol', { class: 'ahead', attributes: { 'aria-label': aheadOfIt } });
        const more = limitedRows(
          { name: 'routing/ahead', body: list, first: FIRST_ROWS, count: tasks.length },
          (index) => taskRow(tasks[index], context),
          context,
        );
        return element('div', { class: 'panel-content' }, list, ...more);
      },
    },
    context,
  );
}

/** "12: 3 by priority, 9 by age", and "at least" where the list was cut. */
function aheadCounts(
  { count, byPriority, byAge, isCut }: TasksAheadView,
  { strings }: PageContext,
): string {
  const { atLeast, byPriorityAndAge } = strings.routingSection;
  const all = numberText(count);
  const shares = plainEnglish(byPriorityAndAge, numberText(byPriority), numberText(byAge));
  return `${isCut ? plainEnglish(atLeast, all) : all} · ${shares}`;
}

function taskRow(ahead: TaskAheadView | undefined, context: PageContext): Node | undefined {
  if (ahead === undefined) return undefined;
  const { task, priority, since, statusLabel } = ahead;
  const { priority: priorityText, waitingFor } = context.strings.routingSection;
  return element(
    'li',
    {},
    resourceLink(task, context),
    element('span', {}, plainEnglish(priorityText, numberText(priority))),
    context.clock.growing({ text: waitingFor, since }),
    element('span', { class: 'note' }, statusLabel),
  );
}
