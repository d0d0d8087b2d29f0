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
    const seconds = Math.ceil((at - context.clock.now) / 1000);
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

function duration(seconds: number, { strings }: PageContext): string {
  const { durations } = strings.routingSection;
  return formatMessage(describeDuration(seconds), (english, ...args) =>
    plainEnglish(durations[english] ?? english, ...args),
  );
}
