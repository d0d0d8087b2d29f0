import * as vscode from 'vscode';
import type { ExtensionApi } from './core/routing/extensionApi.ts';
import type * as extension from './extension.web.ts';

/**
 * The bundles of esbuild.mts that a browser needs. One bundle of its own for the web would need no loader,
 * but make the package 120 KB larger.
 */
const bundles = ['extension', 'extension.web', 'sids', 'tasks', 'routing', 'sample'];

/**
 * The main file in a browser. VS Code loads only one file there, whose `require` knows nothing but
 * `vscode`, see https://code.visualstudio.com/api/extension-guides/web-extensions. This file loads
 * the bundles and gives them a `require` for each other.
 */
export async function activate(context: vscode.ExtensionContext): Promise<ExtensionApi> {
  const decoder = new TextDecoder();
  const read = async (name: string): Promise<[id: string, text: string]> => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', `${name}.cjs`);
    const text = decoder.decode(await vscode.workspace.fs.readFile(uri));
    return [`./${name}.cjs`, `${text}\n//# sourceURL=${uri.toString()}`];
  };
  const texts = new Map(await Promise.all(bundles.map(read)));
  const modules = new Map<string, { exports: object }>();

  const load = (id: string): object => {
    if (id === 'vscode') return vscode;
    const known = modules.get(id);
    if (known !== undefined) return known.exports;
    const text = texts.get(id);
    if (text === undefined) throw new Error(`There is no ${id} in a browser.`);
    const module = { exports: {} };
    modules.set(id, module);
    // VS Code evaluates this file in the same way, as a web worker has no other. Only files of this
    // extension are evaluated here.
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
    new Function('module', 'exports', 'require', text)(module, module.exports, load);
    return module.exports;
  };
  return (load('./extension.web.cjs') as typeof extension).activate(context);
}
