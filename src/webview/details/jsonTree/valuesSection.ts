import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { JsonValue } from '../../../core/json/jsonValue.ts';
import type { ChangedValues } from '../../../core/page/viewChanges.ts';
import type { EmbeddedView } from '../../../core/page/embeddedView.ts';
import { withNumber } from '../../pageStrings.ts';
import type { PagePart } from '../../protocol.ts';
import { element } from '../element.ts';
import type { PageContext } from '../pageContext.ts';
import { treeKey } from './treeKey.ts';
import { valueRow } from './valueRow.ts';
import { valueRows, type ValueRow } from './valueRows.ts';

/** Further rows are rendered on demand, as rendering takes a browser a noticeable time. */
const ROWS_PER_PAGE = 1000;

export interface ValuesSectionOptions {
  readonly part: PagePart;
  readonly title: string;
  readonly note: string;
  readonly value: JsonValue;
  readonly changes: ChangedValues;
  readonly withSearch: boolean;
  /** What the user opened or closed, by part and pointer. Updated here. */
  readonly toggled: Map<string, boolean>;
  /** Called when `toggled` or the search text changes. */
  readonly onChange: () => void;
}

/** A JSON value as a tree that can be searched, and used by keyboard like VS Code's trees. */
export class ValuesSection {
  readonly node: HTMLElement;
  readonly #tree: HTMLElement;
  /** How many values match the search text. */
  readonly #hits = element('span', { class: 'hits', attributes: { role: 'status' } });
  readonly #options: ValuesSectionOptions;
  readonly #context: PageContext;
  #rows: readonly ValueRow[] = [];
  #query: string;
  #active = '';
  #maxRows = ROWS_PER_PAGE;

  constructor(options: ValuesSectionOptions, context: PageContext, query = '') {
    this.#options = options;
    this.#context = context;
    this.#query = query;
    this.#tree = element('div', {
      class: 'values',
      attributes: { role: 'tree', 'aria-label': options.title },
    });
    this.#tree.addEventListener('keydown', (event) => {
      this.#handleKey(event);
    });
    // Includes clicks on a row, and the focus that is restored after a render.
    this.#tree.addEventListener('focusin', ({ target }) => {
      const pointer = target instanceof HTMLElement ? target.dataset['at'] : undefined;
      if (pointer !== undefined) this.#activate(pointer);
    });
    const title = element(
      'h2',
      {},
      options.title,
      element('span', { class: 'note' }, options.note),
    );
    if (options.withSearch) title.append(this.#hits, this.#searchBox());
    this.node = element('section', {}, title, this.#tree, this.#removed());
    this.#render();
  }

  /** The search text, to be kept for the next value. */
  get query(): string {
    return this.#query;
  }

  #searchBox(): HTMLElement {
    const { strings } = this.#context;
    const box = element('vscode-textfield', {
      class: 'search',
      attributes: { placeholder: strings.search, label: strings.search, 'data-focus': 'search' },
    });
    box.value = this.#query;
    const search = () => {
      this.#query = box.value;
      this.#maxRows = ROWS_PER_PAGE;
      this.#render();
      this.#options.onChange();
    };
    box.addEventListener('input', search);
    box.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || box.value === '') return;
      box.value = '';
      search();
    });
    return box;
  }

  /** What is no longer there. */
  #removed(): HTMLElement | undefined {
    const { removed } = this.#options.changes;
    if (removed.length === 0) return undefined;
    const { strings } = this.#context;
    const rows = removed.map(({ path, before }) =>
      element(
        'li',
        {},
        element('span', { class: 'changed' }, element('del', {}, path, ': ', before)),
        element('span', { class: 'note' }, `  ${strings.removed}`),
      ),
    );
    return element('ul', { class: 'removals' }, ...rows);
  }

  #render(): void {
    const { part, value, changes } = this.#options;
    const { strings } = this.#context;
    const found = valueRows(value, this.#toggledHere(), this.#query);
    this.#rows = found.rows;
    this.#showHits(found.hits);
    const shown = this.#rows.slice(0, this.#maxRows);
    if (!shown.some(({ pointer }) => pointer === this.#active))
      this.#active = shown[0]?.pointer ?? '';
    const changed = new Map(changes.changed.map((change) => [change.at, change]));
    const nodes = shown.map((row) =>
      valueRow(row, {
        context: this.#context,
        part,
        active: row.pointer === this.#active,
        changed: changed.get(row.pointer),
        query: this.#query,
        toggle: () => {
          this.#toggle(row);
        },
      }),
    );
    const rest = this.#rows.length - shown.length;
    if (rest > 0) nodes.push(this.#showMore(rest));
    if (nodes.length === 0) {
      const empty = this.#query === '' ? strings.none : strings.nothingFound;
      nodes.push(element('p', { class: 'note', attributes: { role: 'treeitem' } }, empty));
    }
    this.#tree.classList.toggle(
      'flat',
      shown.every(({ open }) => open === undefined),
    );
    this.#tree.replaceChildren(...nodes);
  }

  #showHits(count: number): void {
    const { strings } = this.#context;
    const text = count === 1 ? strings.oneHit : withNumber(strings.hits, count);
    this.#hits.textContent = this.#query === '' || count === 0 ? '' : text;
  }

  #showMore(rest: number): HTMLElement {
    const label = this.#context.strings.showMore.replace('{0}', String(rest));
    const onClick = () => {
      this.#maxRows += ROWS_PER_PAGE;
      this.#render();
    };
    return element(
      'div',
      { attributes: { role: 'treeitem' } },
      element('button', { class: 'link', attributes: { type: 'button' }, onClick }, label),
    );
  }

  /** `toggled` without the entries of other parts. */
  #toggledHere(): ReadonlyMap<string, boolean> {
    const start = `${this.#options.part}/`;
    return new Map(
      [...this.#options.toggled]
        .filter(([key]) => key.startsWith(start))
        .map(([key, open]) => [key.slice(start.length), open]),
    );
  }

  #toggle({ pointer, open }: ValueRow): void {
    if (open === undefined) return;
    this.#options.toggled.set(`${this.#options.part}/${pointer}`, !open);
    this.#active = pointer;
    this.#render();
    this.#rowNode(pointer)?.focus();
    this.#options.onChange();
  }

  #handleKey(event: KeyboardEvent): void {
    const action = treeKey(event, this.#rows.slice(0, this.#maxRows), this.#active);
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'toggle') this.#toggle(action.row);
    else if (action.kind === 'copy')
      this.#context.copy(this.#options.part, action.row.pointer, 'value');
    else this.#rowNode(action.row.pointer)?.focus();
  }

  /** Makes the Tab key move to this row. */
  #activate(pointer: string): void {
    this.#rowNode(this.#active)?.setAttribute('tabindex', '-1');
    this.#active = pointer;
    this.#rowNode(pointer)?.setAttribute('tabindex', '0');
  }

  #rowNode(pointer: string): HTMLElement | undefined {
    return [...this.#tree.children].find(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && child.dataset['at'] === pointer,
    );
  }
}

/** Attributes or add-ons that are not a JSON object or array, as text with the reason. */
export function textSection(
  title: string,
  { value, fault }: Extract<EmbeddedView, { kind: 'text' }>,
): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, title),
    fault && element('p', { class: 'note' }, fault.sentence),
    element('div', { class: 'values' }, element('bdi', { class: 'text string' }, value)),
  );
}
