import { withNumber } from '../../../pageStrings.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';

interface LimitedRows {
  /** Stays the same from one reading to the next. */
  readonly name: string;
  readonly body: HTMLElement;
  /** How many rows are shown at first. */
  readonly first: number;
  readonly count: number;
}

/** Fills a list with its first rows. Returns a button for the others, if there are any. */
export function limitedRows(
  { name, body, first, count }: LimitedRows,
  row: (index: number) => Node | undefined,
  context: PageContext,
): Node[] {
  const add = (from: number, to: number) => {
    const indexes = Array.from({ length: to - from }, (_, index) => from + index);
    body.append(...indexes.flatMap((index) => row(index) ?? []));
  };
  const key = `${name} all`;
  const shown = context.isOpen(key) ? count : Math.min(first, count);
  add(0, shown);
  if (shown === count) return [];
  const button = element(
    'button',
    {
      class: 'link more',
      attributes: { type: 'button', 'data-focus': key },
      onClick: () => {
        context.setOpen(key, true);
        const next = body.childElementCount;
        add(shown, count);
        button.remove();
        // The button that had the focus is gone: the next one is in the first new row.
        body.children[next]?.querySelector<HTMLElement>('button')?.focus();
      },
    },
    withNumber(context.strings.showMore, count - shown),
  );
  return [button];
}
