/**
 * What has the focus next when a button disappears because it was pressed, or because the Task has ended: the
 * button that undoes it, or one that is always there. Otherwise the keyboard would begin at the top again.
 */
const SUCCESSORS: Readonly<Record<string, readonly string[]>> = {
  watch: ['unwatch', 'refresh'],
  unwatch: ['watch', 'refresh'],
  dismiss: ['unwatch', 'watch', 'refresh'],
  privacy: ['refresh'],
};

/** The focused element of a page: the value of its attribute `data-focus`, or the place of a JSON value. */
export interface Focus {
  readonly name?: string;
  readonly at?: string;
}

/** The focused element inside a node, or `undefined` if the focus is elsewhere. */
export function focusIn(node: HTMLElement | undefined): Focus | undefined {
  const { activeElement } = document;
  // Another part of the editor keeps its focus.
  if (!document.hasFocus()) return undefined;
  if (!(activeElement instanceof HTMLElement) || node?.contains(activeElement) !== true) {
    return undefined;
  }
  const { focus: name, at } = activeElement.dataset;
  if (name !== undefined) return { name };
  return at === undefined ? undefined : { at };
}

/** Focuses the same element in a node that is drawn anew. Returns whether it is there. */
export function restoreFocus(node: HTMLElement, { name, at }: Focus): boolean {
  const selector = name === undefined ? `[data-at="${CSS.escape(at ?? '')}"]` : namedSelector(name);
  return focusFirst(node, [selector]);
}

/** Focuses what follows an element that is gone. */
export function focusSuccessor(root: HTMLElement, { name = '' }: Focus): void {
  focusFirst(root, (SUCCESSORS[name] ?? []).map(namedSelector));
}

function namedSelector(name: string): string {
  return `[data-focus="${CSS.escape(name)}"]`;
}

function focusFirst(root: HTMLElement, selectors: readonly string[]): boolean {
  for (const selector of selectors) {
    const node = root.querySelector<HTMLElement>(selector);
    if (node === null) continue;
    node.focus({ preventScroll: true });
    return true;
  }
  return false;
}
