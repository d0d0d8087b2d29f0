import { focusIn, focusSuccessor, restoreFocus, type Focus } from './focus.ts';

/**
 * The sections of a page, in order. A section is rendered again only if its data changed, so that
 * neither the focus nor the scroll position is lost when a Task is fetched again.
 */
export class Sections {
  readonly #root: HTMLElement;
  readonly #shown = new Map<string, { readonly data: string; readonly node: HTMLElement }>();
  #order: string[] = [];
  /** What had the focus, and is gone in this pass. */
  #lost: Focus | undefined;

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
    const focus = focusIn(before?.node);
    const node = draw();
    node.dataset['section'] = name;
    if (before === undefined) this.#root.append(node);
    else before.node.replaceWith(node);
    this.#shown.set(name, { data: text, node });
    if (focus !== undefined && !restoreFocus(node, focus)) this.#lost = focus;
  }

  /** Removes the sections that were not shown in this pass, and puts the others in order. */
  finish(): void {
    for (const [name, { node }] of [...this.#shown]) {
      if (this.#order.includes(name)) continue;
      this.#lost ??= focusIn(node);
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
    if (this.#lost !== undefined) focusSuccessor(this.#root, this.#lost);
    this.#lost = undefined;
  }
}
