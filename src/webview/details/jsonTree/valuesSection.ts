import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { JsonValue } from '../../../core/json/jsonValue.ts';
import type { Formatted } from '../../../core/messages/viewText.ts';
import type { EmbeddedView } from '../../../core/page/embeddedView.ts';
import type { PagePart } from '../../protocol.ts';
import { element } from '../element.ts';
import type { PageContext } from '../pageContext.ts';
import { treeKey } from './treeKey.ts';
import { valueRow } from './valueRow.ts';
import { valueRows, type ValueRow } from './valueRows.ts';

/** More rows than anybody reads are drawn when they are asked for: a browser takes its time for each. */
const ROWS_PER_PAGE = 1000;

export interface ValuesSectionOptions {
  readonly part: PagePart;
  readonly title: string;
  readonly note: string;
  readonly value: JsonValue;
  /** Places that hold something else than before. */
  readonly changed: readonly string[];
  readonly withSearch: boolean;
  /** What the user opened and closed, by part and place; changed here. */
  readonly toggled: Map<string, boolean>;
  /** Hears when that, or what is searched for, is another. */
  readonly onChange: () => void;
}

/** A JSON value as a tree that can be searched, and used by keyboard as any tree of the editor. */
export class ValuesSection {
  readonly node: HTMLElement;
  readonly #tree: HTMLElement;
  readonly #parts: ValuesSectionOptions;
  readonly #tools: PageContext;
  #rows: readonly ValueRow[] = [];
  #query: string;
  #active = '';
  #most = ROWS_PER_PAGE;

  constructor(parts: ValuesSectionOptions, tools: PageContext, query = '') {
    this.#parts = parts;
    this.#tools = tools;
    this.#query = query;
    this.#tree = element('div', {
      class: 'values',
      attributes: { role: 'tree', 'aria-label': parts.title },
    });
    this.#tree.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    // A click gives a row the focus, too, and what is drawn anew gets it back.
    this.#tree.addEventListener('focusin', ({ target }) => {
      const at = target instanceof HTMLElement ? target.dataset['at'] : undefined;
      if (at !== undefined) this.#activate(at);
    });
    const title = element('h2', {}, parts.title, element('span', { class: 'note' }, parts.note));
    if (parts.withSearch) title.append(this.#searchBox());
    this.node = element('section', {}, title, this.#tree);
    this.#draw();
  }

  /** What is searched for, to be searched for in the value that comes next. */
  get query(): string {
    return this.#query;
  }

  #searchBox(): HTMLElement {
    const { strings: words } = this.#tools;
    const box = element('vscode-textfield', {
      class: 'search',
      attributes: { placeholder: words.search, label: words.search, 'data-focus': 'search' },
    });
    box.value = this.#query;
    box.addEventListener('input', () => {
      this.#query = box.value;
      this.#most = ROWS_PER_PAGE;
      this.#draw();
      this.#parts.onChange();
    });
    return box;
  }

  #draw(): void {
    const { part, value, changed } = this.#parts;
    const { strings: words } = this.#tools;
    this.#rows = valueRows(value, this.#own(), this.#query);
    const shown = this.#rows.slice(0, this.#most);
    if (!shown.some(({ at }) => at === this.#active)) this.#active = shown[0]?.at ?? '';
    const changes = new Set(changed);
    const nodes = shown.map((row) =>
      valueRow(row, {
        tools: this.#tools,
        part,
        active: row.at === this.#active,
        changed: changes.has(row.at),
        query: this.#query,
        toggle: () => {
          this.#toggle(row);
        },
      }),
    );
    const rest = this.#rows.length - shown.length;
    if (rest > 0) nodes.push(this.#showMore(rest));
    if (nodes.length === 0) {
      const empty = this.#query === '' ? words.none : words.nothingFound;
      nodes.push(element('p', { class: 'note', attributes: { role: 'treeitem' } }, empty));
    }
    this.#tree.classList.toggle(
      'flat',
      shown.every(({ open }) => open === undefined),
    );
    this.#tree.replaceChildren(...nodes);
  }

  #showMore(rest: number): HTMLElement {
    const label = this.#tools.strings.showMore.replace('{0}', String(rest));
    const onClick = () => {
      this.#most += ROWS_PER_PAGE;
      this.#draw();
    };
    return element(
      'div',
      { attributes: { role: 'treeitem' } },
      element('button', { class: 'link', attributes: { type: 'button' }, onClick }, label),
    );
  }

  /** What of all parts was opened and closed is kept together, and told apart by the part. */
  #own(): ReadonlyMap<string, boolean> {
    const start = `${this.#parts.part}/`;
    return new Map(
      [...this.#parts.toggled]
        .filter(([key]) => key.startsWith(start))
        .map(([key, open]) => [key.slice(start.length), open]),
    );
  }

  #toggle({ at, open }: ValueRow): void {
    if (open === undefined) return;
    this.#parts.toggled.set(`${this.#parts.part}/${at}`, !open);
    this.#active = at;
    this.#draw();
    this.#rowNode(at)?.focus();
    this.#parts.onChange();
  }

  #press(event: KeyboardEvent): void {
    const step = treeKey(event, this.#rows.slice(0, this.#most), this.#active);
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === 'toggle') this.#toggle(step.row);
    else if (step.kind === 'copy') this.#tools.copy(this.#parts.part, step.row.at, 'value');
    else this.#rowNode(step.row.at)?.focus();
  }

  /** Makes a row the one that the Tab key leads to. */
  #activate(at: string): void {
    this.#rowNode(this.#active)?.setAttribute('tabindex', '-1');
    this.#active = at;
    this.#rowNode(at)?.setAttribute('tabindex', '0');
  }

  #rowNode(at: string): HTMLElement | undefined {
    return [...this.#tree.children].find(
      (child): child is HTMLElement => child instanceof HTMLElement && child.dataset['at'] === at,
    );
  }
}

/** Attributes or add-ons that hold no JSON object or array: the string that they are, and why. */
export function textSection(
  title: string,
  { value, fault }: Extract<Formatted<EmbeddedView>, { kind: 'text' }>,
): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, title),
    fault && element('p', { class: 'note' }, fault.sentence),
    element('div', { class: 'values' }, element('bdi', { class: 'text string' }, value)),
  );
}
