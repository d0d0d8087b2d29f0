import { element } from '../../element.ts';
import { icon } from '../../icon.ts';
import type { PageContext } from '../../pageContext.ts';

interface Disclosure {
  /** Stays the same from one reading to the next. */
  readonly name: string;
  readonly class: string;
  readonly isOpenAtFirst: boolean;
  readonly summary: readonly (Node | string | undefined)[];
  /** Made when it is first opened, as most of a long list never is. */
  readonly content: () => Node;
}

/** A part that can be folded, and that stays as the user left it. */
export function disclosure(
  { name, class: className, isOpenAtFirst, summary, content }: Disclosure,
  context: PageContext,
): HTMLElement {
  // What is open at first is remembered if it is closed, and the other way round.
  const key = isOpenAtFirst ? `${name} closed` : name;
  const twistie = element('span', { class: 'twistie' }, icon('chevronRight'));
  const node = element(
    'details',
    { class: className },
    element('summary', { attributes: { 'data-focus': name } }, twistie, ...summary),
  );
  let isFilled = false;
  const fill = () => {
    if (isFilled) return;
    isFilled = true;
    node.append(content());
  };
  node.open = context.isOpen(key) !== isOpenAtFirst;
  if (node.open) fill();
  node.addEventListener('toggle', () => {
    if (node.open) fill();
    const isTurned = node.open !== isOpenAtFirst;
    // The browser also tells of what is open from the beginning.
    if (context.isOpen(key) !== isTurned) context.setOpen(key, isTurned);
  });
  return node;
}
