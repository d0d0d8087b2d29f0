import * as vscode from 'vscode';
import type * as extension from './extension.web.ts';

/** The names of the extension's files in `dist`, defined by esbuild.mts. */
declare const WEB_FILES: readonly string[];

/**
 * The main file in a browser. VS Code loads only one file there, whose `require` knows nothing but
 * `vscode`, see https://code.visualstudio.com/api/extension-guides/web-extensions. This file loads
 * the others and gives them a `require` for each other, so that they are not packaged twice.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const decoder = new TextDecoder();
  const read = async (name: string): Promise<[id: string, text: string]> => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', name);
    const text = decoder.decode(await vscode.workspace.fs.readFile(uri));
    return [`./${name}`, `${text}\n//# sourceURL=${uri.toString()}`];
  };
  const texts = new Map(await Promise.all(WEB_FILES.map(read)));
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
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function('module', 'exports', 'require', text)(module, module.exports, load);
    return module.exports;
  };
  (load('./extension.web.cjs') as typeof extension).activate(context);
}
