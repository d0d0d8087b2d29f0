/** What a page is read by: its rows and headings. */
const ROWS = 'h1, h2, h3, h4, dt, li, tr, summary, [data-at]';

/** What can have the focus besides. */
const CONTROLS = 'button, [data-focus]';

/** Something in sight, and where it was. */
interface Anchor {
  readonly node: Element;
  /** The names of the sections around it. Drawn again, it is another node of the same section. */
  readonly sections: readonly string[];
  readonly key: string;
  /** In pixels from the top of what is in sight. */
  readonly top: number;
}

/** Everything in sight, and how far the page was scrolled. */
export interface ScrollAnchors {
  readonly all: readonly Anchor[];
  readonly scrolledTo: number;
}

/**
 * What the user looks at, the most important first: the focused element, then the rows in sight from the top.
 * Nothing without a focus at the top of a page, where something new is to be seen.
 */
export function findAnchors(root: HTMLElement, isAtTop: boolean): ScrollAnchors | undefined {
  const focused = focusedIn(root);
  if (focused === undefined && isAtTop) return undefined;
  const whole: Anchor[] = [];
  const begunAbove: Anchor[] = [];
  const nodes = [...(focused === undefined ? [] : [focused]), ...root.querySelectorAll(ROWS)];
  for (const node of nodes) {
    const { top, bottom } = node.getBoundingClientRect();
    if (bottom <= 0 || top >= window.innerHeight) continue;
    const anchor = { node, sections: sectionsOf(node), key: keyOf(node), top };
    if (top >= 0 || node === focused) whole.push(anchor);
    else begunAbove.unshift(anchor);
  }
  return { all: [...whole, ...begunAbove], scrolledTo: window.scrollY };
}

/** Where the page must be scrolled to, so that what the user looks at stays in its place. */
export function scrollPositionFor(
  { all, scrolledTo }: ScrollAnchors,
  root: HTMLElement,
): number | undefined {
  for (const anchor of all) {
    const node = anchor.node.isConnected ? anchor.node : findAgain(anchor, root);
    const rectangle = node?.getBoundingClientRect();
    // Hidden or gone, it says nothing.
    if (rectangle === undefined || rectangle.height === 0) continue;
    const { scrollY, innerHeight } = window;
    const moved = rectangle.top + scrollY - (anchor.top + scrolledTo);
    // At the end of a page that became shorter, the browser has scrolled, and not the user.
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    return (isAtEnd ? scrolledTo : scrollY) + moved;
  }
  return undefined;
}

function focusedIn(root: HTMLElement): Element | undefined {
  const { activeElement } = document;
  const isFocused = document.hasFocus() && activeElement !== null && activeElement !== root;
  return isFocused && root.contains(activeElement) ? activeElement : undefined;
}

function findAgain({ sections, key }: Anchor, root: HTMLElement): Element | undefined {
  let section: Element | null = root;
  for (const name of sections) {
    section = section?.querySelector(`[data-section="${CSS.escape(name)}"]`) ?? null;
  }
  const nodes = section?.querySelectorAll(`${ROWS}, ${CONTROLS}`) ?? [];
  return [...nodes].find((node) => keyOf(node) === key);
}

/** From the outermost to the innermost. */
function sectionsOf(node: Element): string[] {
  const names: string[] = [];
  for (let at = node.closest<HTMLElement>('[data-section]'); at !== null;) {
    names.unshift(at.dataset['section'] ?? '');
    at = at.parentElement?.closest<HTMLElement>('[data-section]') ?? null;
  }
  return names;
}

/** What a row is about, which stays when its value changes or a clock in it goes on. */
function keyOf(node: Element): string {
  const { at, focus } = node instanceof HTMLElement ? node.dataset : {};
  if (at !== undefined) return `at ${at}`;
  if (focus !== undefined) return `focus ${focus}`;
  const time = node.querySelector('time')?.getAttribute('datetime') ?? '';
  return [node.tagName, time, firstWords(node)].join(' ');
}

function firstWords(node: Element): string {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const isTime = text.parentElement?.closest('time, [data-since], .countdown') !== null;
    const words = text.nodeValue?.trim() ?? '';
    if (!isTime && words !== '') return words;
  }
  return '';
}
