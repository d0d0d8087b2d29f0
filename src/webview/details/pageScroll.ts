import { findAnchors, scrollPositionFor, type ScrollAnchors } from './scrollAnchor.ts';

/**
 * Where a page is scrolled to. It returns to where it was before it was hidden, and what the user looks at
 * stays in its place while the page changes.
 */
export class PageScroll {
  readonly #root: HTMLElement;
  /** The scroll position to restore, or 0 once it is reached. */
  #target = 0;
  /** The position that restoring has reached so far. */
  #restoredTo = 0;
  /**
   * The current scroll position. Cached, as reading it before a render makes the browser lay out
   * twice.
   */
  #scrolledTo = 0;
  /** What was in sight before the changes that are not corrected yet. */
  #anchors: ScrollAnchors | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** The position to save. */
  get position(): number {
    return this.#target || this.#scrolledTo;
  }

  /** @param saved the position to return to, or 0 */
  restore(saved: number): void {
    this.#target = saved;
  }

  /** Does not restore the position. */
  forget(): void {
    this.#target = 0;
  }

  /** Once the user scrolls, the earlier position is no longer restored. */
  scrolled(): void {
    this.#scrolledTo = Math.round(window.scrollY);
    if (this.#scrolledTo !== this.#restoredTo) this.#target = 0;
  }

  /** To be called before each change of the page: remembers what the user looks at. */
  hold(): void {
    if (this.#target === 0) this.#anchors ??= findAnchors(this.#root, this.#scrolledTo === 0);
  }

  /**
   * To be called after a change, in the frame that shows it: custom elements have no height before.
   *
   * @param isComplete whether everything has loaded that may appear above the position to restore
   */
  settle(isComplete: boolean): void {
    const anchors = this.#anchors;
    this.#anchors = undefined;
    if (this.#target > 0) {
      this.#scrollTo(this.#target);
      this.#restoredTo = this.#scrolledTo;
      if (isComplete) this.#target = 0;
    } else if (anchors !== undefined) {
      const position = scrollPositionFor(anchors, this.#root);
      if (position !== undefined && Math.abs(position - window.scrollY) >= 1) {
        this.#scrollTo(position);
      }
    }
  }

  #scrollTo(top: number): void {
    window.scrollTo({ top });
    this.#scrolledTo = Math.round(window.scrollY);
  }
}
