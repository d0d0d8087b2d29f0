import type { PageStrings } from '../../pageStrings.ts';
import type { PageNotice, PageView } from '../../protocol.ts';
import { labelledButton } from '../buttons.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';

/** Messages about the page, such as why it is stale. */
export function noticesSection(
  { notices, content, strings }: PageView,
  context: PageContext,
): HTMLElement {
  const all: readonly PageNotice[] =
    content.kind === 'failed'
      ? [...notices, { severity: 'warning', text: content.sentence }]
      : notices;
  const loading =
    content.kind === 'loading' ? element('p', { class: 'note' }, strings.fetching) : undefined;
  return element(
    'div',
    { attributes: { role: 'status' } },
    loading,
    ...all.map((notice) => banner(notice, context)),
  );
}

function banner({ severity, action, ...text }: PageNotice, context: PageContext): HTMLElement {
  return element(
    'div',
    { class: severity === 'warning' ? 'banner' : 'banner quiet' },
    icon(severity === 'warning' ? 'warning' : 'info'),
    element('span', { class: 'words' }, ...context.clock.timed(text, true)),
    action &&
      labelledButton({
        ...{ label: action.label, focus: action.command },
        onClick: () => {
          context.run(action.command);
        },
      }),
  );
}

/** Whether the Task is watched, and since when changes are marked. */
export function watchSection(
  { watching, changesSince }: PageView,
  { strings, clock, run }: PageContext,
): HTMLElement {
  const strip = (
    words: readonly (Node | string)[],
    label: string,
    command: 'unwatch' | 'dismiss',
  ) =>
    element(
      'div',
      { class: 'strip' },
      icon(command === 'unwatch' ? 'eye' : 'edit'),
      element('span', { class: 'words' }, ...words),
      labelledButton({
        ...{ label, focus: command },
        onClick: () => {
          run(command);
        },
      }),
    );
  return element(
    'div',
    { class: 'strips', attributes: { role: 'status' } },
    watching &&
      strip(
        [strings.watching.replace('{0}', String(watching.intervalSeconds))],
        strings.stop,
        'unwatch',
      ),
    changesSince === undefined
      ? undefined
      : strip(
          clock.timed({ text: strings.changesSince, at: changesSince }, true),
          strings.dismiss,
          'dismiss',
        ),
  );
}

/** Says that the editor does not answer. It stands above everything else, which may be outdated. */
export function noAnswerSection({ noAnswer }: PageStrings): HTMLElement {
  return element(
    'div',
    { class: 'banner', attributes: { role: 'alert' } },
    icon('warning'),
    element('span', { class: 'words' }, noAnswer),
  );
}
