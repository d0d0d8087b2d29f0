import type { LifecycleView } from '../../../core/page/lifecycle.ts';
import { element, statusClass } from '../element.ts';
import type { PageContext } from '../pageContext.ts';

const CLASSES = {
  passed: 'reached',
  present: 'present',
  ahead: 'coming',
  skipped: 'left-out',
  unknown: 'coming',
} as const satisfies Record<LifecycleView['steps'][number]['state'], string>;

/** The lifecycle of the Task as a row of steps, which screen readers announce as a list. */
export function lifecycleSection({ steps }: LifecycleView, context: PageContext): HTMLElement {
  const { strings, clock } = context;
  const line = (content: Node | string | undefined) =>
    content === undefined ? undefined : element('span', { class: 'note' }, content);
  const items = steps.map(({ status, label, state, since, duration, growing, note }) =>
    element(
      'li',
      {
        class: statusClass(CLASSES[state], status),
        attributes: { 'aria-current': state === 'present' ? 'step' : undefined },
      },
      element('span', { class: 'step' }, label),
      // For screen readers, as the state is otherwise shown by colour only.
      element('span', { class: 'spoken' }, `, ${strings[state]}`),
      since && clock.element(since),
      line(growing === undefined ? duration : clock.growing(growing)),
      line(note),
    ),
  );
  return element(
    'ol',
    { class: 'life', attributes: { 'aria-label': strings.lifecycle } },
    ...items,
  );
}
