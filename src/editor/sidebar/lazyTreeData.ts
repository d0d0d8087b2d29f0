import {
  EventEmitter,
  type Disposable,
  type ProviderResult,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';

/** Provides the rows of a view, once it is loaded. */
export type TreeData<T> = Required<
  Pick<TreeDataProvider<T>, 'getChildren' | 'getTreeItem' | 'resolveTreeItem'>
>;

/** A view whose code is loaded when the view first becomes visible. */
export class LazyTreeData<T extends object> implements TreeDataProvider<T>, Disposable {
  readonly #load: () => Promise<TreeData<T>>;
  readonly #changed = new EventEmitter<T | undefined>();
  readonly #parents = new WeakMap<T, T>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(load: () => Promise<TreeData<T>>) {
    this.#load = load;
  }

  /** Refreshes a row and everything below it, or the whole view. */
  changed(element?: T): void {
    this.#changed.fire(element);
  }

  async getChildren(element?: T): Promise<T[]> {
    const children = (await (await this.#load()).getChildren(element)) ?? [];
    if (element !== undefined) for (const child of children) this.#parents.set(child, element);
    return children;
  }

  /** Only for rows that were shown. VS Code needs the parents to reveal a row. */
  getParent(element: T): T | undefined {
    return this.#parents.get(element);
  }

  async getTreeItem(element: T): Promise<TreeItem> {
    return (await this.#load()).getTreeItem(element);
  }

  async resolveTreeItem(...args: Parameters<TreeData<T>['resolveTreeItem']>): Promise<TreeItem> {
    const [item] = args;
    const resolved: ProviderResult<TreeItem> = (await this.#load()).resolveTreeItem(...args);
    return (await resolved) ?? item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
