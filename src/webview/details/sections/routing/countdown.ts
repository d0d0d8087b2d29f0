import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';

/**
 * The time until something happens, which runs down while it is on the page.
 *
 * @param at by the server's clock, in ms since the epoch
 * @param onDue called once it has run down, never before this returns
 */
export function countdown(at: number, onDue: () => void, { clock }: PageContext): HTMLElement {
  const node = element('span', { class: 'countdown' });
  const show = () => {
    node.textContent = clock.describe(Math.max(0, clock.secondsUntil(at)));
    setTimeout(() => {
      // Removed from the page, it is not needed any more.
      if (!node.isConnected) return;
      if (clock.secondsUntil(at) <= 0) onDue();
      else show();
    }, 1000);
  };
  show();
  return node;
}
