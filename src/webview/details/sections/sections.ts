/**
 * The sections of a page, in order. A section is rendered again only if its data changed, so that
 * neither the focus nor the scroll position is lost when a Task is fetched again.
 */
export class Sections {
  readonly #root: HTMLElement;
  readonly #shown = new Map<string, { readonly data: string; readonly node: HTMLElement }>();
  #order: string[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /**
   * Shows a section after those shown before it in this pass.
   *
   * @param data all that the section depends on
   */
  show(name: string, data: unknown, draw: () => HTMLElement): void {
    this.#order.push(name);
    const text = JSON.stringify(data);
    const before = this.#shown.get(name);
    if (before?.data === text) return;
    // A section may use parts of itself again, which lose the focus then.
    const focus = focusSelector(before?.node);
    const node = draw();
    node.dataset['section'] = name;
    if (before === undefined) this.#root.append(node);
    else before.node.replaceWith(node);
    this.#shown.set(name, { data: text, node });
    if (focus !== undefined) restoreFocus(node, focus);
  }

  /** Removes the sections that were not shown in this pass, and puts the others in order. */
  finish(): void {
    for (const [name, { node }] of [...this.#shown]) {
      if (this.#order.includes(name)) continue;
      node.remove();
      this.#shown.delete(name);
    }
    let last: HTMLElement | undefined;
    for (const { node } of this.#order.flatMap((name) => this.#shown.get(name) ?? [])) {
      const expected = last === undefined ? this.#root.firstElementChild : last.nextElementSibling;
      // Only sections at a wrong position are moved, as a moved element loses its focus.
      if (expected !== node) this.#root.insertBefore(node, expected);
      last = node;
    }
    this.#order = [];
  }
}

/** A selector for the focused element of a section, or `undefined` if the focus is elsewhere. */
function focusSelector(node: HTMLElement | undefined): string | undefined {
  const { activeElement } = document;
  // Another part of the editor keeps its focus.
  if (!document.hasFocus()) return undefined;
  if (!(activeElement instanceof HTMLElement) || node?.contains(activeElement) !== true) {
    return undefined;
  }
  const { focus, at } = activeElement.dataset;
  return focus === undefined
    ? at && `[data-at="${CSS.escape(at)}"]`
    : `[data-focus="${CSS.escape(focus)}"]`;
}

function restoreFocus(node: HTMLElement, selector: string): void {
  node.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
