import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';

/**
 * The time until something happens, which runs down while it is on the page.
 *
 * @param at by the server's clock, in ms since the epoch
 * @param onDue when it has run down
 */
export function countdown(at: number, onDue: () => void, { clock }: PageContext): HTMLElement {
  const node = element('span', { class: 'countdown' });
  const tick = () => {
    const seconds = clock.secondsUntil(at);
    node.textContent = clock.describe(seconds);
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
