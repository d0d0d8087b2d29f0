import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  MarkdownString,
  TreeItem,
  window,
  workspace,
  type ExtensionContext,
  type FileSystemProvider,
  type TreeDataProvider,
  type Uri,
} from 'vscode';

const SCHEME = 'bench-registrations';
/** As many as this extension registers. */
const COMMANDS = 33;

/**
 * The same registrations as this extension's, without any implementation, to measure VS Code's own
 * share.
 */
export function activate({ extension, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    window.createOutputChannel(extension.id, { log: true }),
    workspace.registerFileSystemProvider(SCHEME, emptyDisk(), {
      isCaseSensitive: true,
      isReadonly: new MarkdownString('Read only'),
    }),
    languages.registerHoverProvider('*', { provideHover: () => undefined }),
    languages.registerCodeActionsProvider('*', { provideCodeActions: () => [] }),
    languages.registerDocumentLinkProvider([{ scheme: SCHEME }], {
      provideDocumentLinks: () => [],
    }),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: () => [],
      handleTerminalLink: () => undefined,
    }),
    window.createTreeView('bench.one', { treeDataProvider: noRows }),
    window.createTreeView('bench.two', { treeDataProvider: noRows }),
    window.registerWebviewPanelSerializer(SCHEME, {
      deserializeWebviewPanel: () => Promise.resolve(),
    }),
    window.registerUriHandler({ handleUri: () => undefined }),
  );
  for (let number = 0; number < COMMANDS; number++) {
    subscriptions.push(commands.registerCommand(`${extension.id}.${number}`, () => undefined));
  }
}

const noRows: TreeDataProvider<string> = {
  getChildren: () => [],
  getTreeItem: (label) => new TreeItem(label),
};

function emptyDisk(): FileSystemProvider {
  const { event: onDidChangeFile } = new EventEmitter<never>();
  const nothing = (uri: Uri): never => {
    throw new Error(`Nothing is at ${uri.toString()}`);
  };
  return {
    ...{ onDidChangeFile, stat: nothing, readFile: nothing, readDirectory: nothing },
    ...{ createDirectory: nothing, writeFile: nothing, delete: nothing, rename: nothing },
    watch: () => new Disposable(() => undefined),
  };
}
