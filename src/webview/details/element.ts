/** The options of an element: its classes, its attributes, and its click listener. */
export interface ElementOptions {
  readonly class?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly onClick?: (event: Event) => void;
}

/** Creates an element. Strings become text nodes, so that nothing in them is parsed as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: ElementOptions,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (options.class !== undefined) node.className = options.class;
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined) node.setAttribute(name, value);
  }
  if (options.onClick !== undefined) node.addEventListener('click', options.onClick);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** Joins facts to one line, separated by dots. */
export function joinWithDots(facts: readonly (Node | string)[]): (Node | string)[] {
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
}

/** A class list that includes the status, for its colour. */
export function statusClass(name: string, status: string | undefined): string {
  return status === undefined ? name : `${name} ${status.replace(/[^\w-]/g, '')}`;
}
