/** What an element is made with; a class list, attributes, and what happens on a click. */
export interface ElementOptions {
  readonly class?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly onClick?: (event: Event) => void;
}

/**
 * Makes an element. Text goes in as text, so that nothing in it becomes markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: ElementOptions,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class !== undefined) made.className = parts.class;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  if (parts.onClick !== undefined) made.addEventListener('click', parts.onClick);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Facts of one line, with a dot between them. */
export function joinWithDots(facts: readonly (Node | string)[]): (Node | string)[] {
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
}

/** A class list with the colour of a status. */
export function statusClass(name: string, status: string | undefined): string {
  return status === undefined ? name : `${name} ${status.replace(/[^\w-]/g, '')}`;
}
