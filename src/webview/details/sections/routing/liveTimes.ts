import { describeDuration } from '../../../../core/messages/duration.ts';
import { formatMessage, plainEnglish } from '../../../../core/messages/message.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';

/**
 * The time until something happens, which runs down while it is on the page.
 *
 * @param at in ms since the epoch
 * @param onDue when it has run down
 */
export function countdown(at: number, onDue: () => void, context: PageContext): HTMLElement {
  const node = element('span', { class: 'countdown' });
  const tick = () => {
    const seconds = Math.ceil((at - Date.now()) / 1000);
    node.textContent = duration(seconds, context);
    if (seconds <= 0) onDue();
    else schedule();
  };
  const schedule = () => {
    setTimeout(() => {
      // Removed from the page, it is not needed any more.
      if (node.isConnected) tick();
    }, 1000);
  };
  tick();
  return node;
}

/**
 * How long something has lasted, with the time at which it began as the tooltip.
 *
 * @param text with `{0}` for the duration
 */
export function lasting(text: string, since: number, context: PageContext): HTMLElement {
  const seconds = (Date.now() - since) / 1000;
  return element(
    'span',
    {
      attributes: {
        'data-since': String(since),
        'data-text': text,
        title: context.clock.element({ at: since, precision: 's' }).title,
      },
    },
    plainEnglish(text, duration(seconds, context)),
  );
}

function duration(seconds: number, { strings }: PageContext): string {
  const { durations } = strings.routingSection;
  return formatMessage(describeDuration(seconds), (english, ...args) =>
    plainEnglish(durations[english] ?? english, ...args),
  );
}
