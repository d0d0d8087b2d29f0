import { Uri, workspace } from 'vscode';

/** What every page runs and looks like. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Reads them from what was installed, once for all pages. */
export async function readPageAssets(extensionUri: Uri): Promise<PageAssets> {
  const read = async (name: string) => {
    const uri = Uri.joinPath(extensionUri, 'dist', 'webview', name);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  };
  const [script, style] = await Promise.all([read('details.js'), read('details.css')]);
  return { script, style };
}
