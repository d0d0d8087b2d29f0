import {
  EventEmitter,
  type Disposable,
  type ProviderResult,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';

/** What shows the rows of a view, as soon as somebody has loaded it. */
export type TreeData<T> = Required<
  Pick<TreeDataProvider<T>, 'getChildren' | 'getTreeItem' | 'resolveTreeItem'>
>;

/** Registers a view without the code behind it, which is loaded when the view is first looked at. */
export class LazyTreeData<T extends object> implements TreeDataProvider<T>, Disposable {
  readonly #load: () => Promise<TreeData<T>>;
  readonly #changed = new EventEmitter<T | undefined>();
  readonly #parents = new WeakMap<T, T>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(load: () => Promise<TreeData<T>>) {
    this.#load = load;
  }

  /** Lets a row and all below it, or all there is, be shown anew. */
  changed(element?: T): void {
    this.#changed.fire(element);
  }

  async getChildren(element?: T): Promise<T[]> {
    const children = (await (await this.#load()).getChildren(element)) ?? [];
    if (element !== undefined) for (const child of children) this.#parents.set(child, element);
    return children;
  }

  /** As far as the rows were shown: a row can be revealed only where its parents are known. */
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
