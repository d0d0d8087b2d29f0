import { env, l10n, Uri, workspace } from 'vscode';

/**
 * The shell of a details page, which says nothing of a Task: what it shows comes by messages. Only our
 * own script and style sheet are let in, by a nonce, and nothing is let out. Both are in it, because the
 * editor takes a round trip through all of its processes for each file that a page asks for.
 *
 * @param nonce as good as never given before
 */
export function detailsHtml({ script, style }: PageAssets, nonce: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    // `default-src` stands for neither of them.
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style nonce="${nonce}">${style}</style>
    <title>${l10n.t('Task')}</title>
  </head>
  <body>
    <main></main>
    <script nonce="${nonce}">${script}</script>
  </body>
</html>`;
}

/** A value for a Content Security Policy that nobody can guess. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

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
