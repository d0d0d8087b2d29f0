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
export class LazyTreeData<T> implements TreeDataProvider<T>, Disposable {
  readonly #load: () => Promise<TreeData<T>>;
  readonly #changed = new EventEmitter<T | undefined>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(load: () => Promise<TreeData<T>>) {
    this.#load = load;
  }

  /** Lets a row and all below it, or all there is, be shown anew. */
  changed(element?: T): void {
    this.#changed.fire(element);
  }

  async getChildren(element?: T): Promise<T[]> {
    return (await (await this.#load()).getChildren(element)) ?? [];
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
