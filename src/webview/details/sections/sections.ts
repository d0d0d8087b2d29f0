/**
 * The sections of a page in their order. One is drawn anew only if what it shows is another, so that
 * neither the focus nor the place that somebody reads is lost when a Task is fetched again.
 */
export class Sections {
  readonly #root: HTMLElement;
  readonly #shown = new Map<string, { readonly data: string; readonly node: HTMLElement }>();
  #order: string[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /**
   * Shows a section behind those that were shown before it.
   *
   * @param data all that it depends on
   */
  show(name: string, data: unknown, draw: () => HTMLElement): void {
    this.#order.push(name);
    const text = JSON.stringify(data);
    const before = this.#shown.get(name);
    if (before?.data === text) return;
    const node = draw();
    const focus = focusIn(before?.node);
    if (before === undefined) this.#root.append(node);
    else before.node.replaceWith(node);
    this.#shown.set(name, { data: text, node });
    if (focus !== undefined) focusAgain(node, focus);
  }

  /** Takes away what was not shown this time, and puts the rest in order. */
  finish(): void {
    for (const [name, { node }] of [...this.#shown]) {
      if (this.#order.includes(name)) continue;
      node.remove();
      this.#shown.delete(name);
    }
    let last: HTMLElement | undefined;
    for (const { node } of this.#order.flatMap((name) => this.#shown.get(name) ?? [])) {
      const expected = last === undefined ? this.#root.firstElementChild : last.nextElementSibling;
      // Only what is at another place is moved: an element that is taken out loses its focus.
      if (expected !== node) this.#root.insertBefore(node, expected);
      last = node;
    }
    this.#order = [];
  }
}

/** What tells the focused element of a section from its others. */
function focusIn(node: HTMLElement | undefined): string | undefined {
  const { activeElement } = document;
  // Who is in another part of the editor stays there.
  if (!document.hasFocus()) return undefined;
  if (!(activeElement instanceof HTMLElement) || node?.contains(activeElement) !== true) {
    return undefined;
  }
  const { focus, at } = activeElement.dataset;
  return focus === undefined
    ? at && `[data-at="${CSS.escape(at)}"]`
    : `[data-focus="${CSS.escape(focus)}"]`;
}

function focusAgain(node: HTMLElement, selector: string): void {
  node.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
