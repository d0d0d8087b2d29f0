import { env, l10n, Uri, workspace } from 'vscode';

/**
 * The HTML of a details page, without any data of a Task, which arrives by messages. A nonce allows
 * only the extension's own script and style sheet, and nothing can be sent elsewhere. Both are
 * inlined, because VS Code routes each file that a page requests through all of its processes. See
 * https://code.visualstudio.com/api/extension-guides/webview#content-security-policy.
 *
 * @param nonce random, and used only once
 */
export function detailsHtml({ script, style }: PageAssets, nonce: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    // Neither of these falls back to `default-src`.
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

/** A random value for the Content Security Policy. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The script and the style sheet of all pages. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Reads the installed files, once for all pages. */
export async function readPageAssets(extensionUri: Uri): Promise<PageAssets> {
  const read = async (name: string) => {
    const uri = Uri.joinPath(extensionUri, 'dist', 'webview', name);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  };
  const [script, style] = await Promise.all([read('details.js'), read('details.css')]);
  return { script, style };
}
