import { env, l10n, Uri, type Webview } from 'vscode';

/**
 * The shell of a details page, which says nothing of a Task: what it shows comes by messages. Only our
 * own script and style sheet are let in, the script by a nonce, and nothing is let out.
 *
 * @param nonce as good as never given before
 */
export function detailsHtml(webview: Webview, extensionUri: Uri, nonce: string): string {
  const [script, style] = ['details.js', 'details.css'].map((name) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString(),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
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
    <link rel="stylesheet" href="${style ?? ''}">
    <title>${l10n.t('Task')}</title>
  </head>
  <body>
    <main></main>
    <script nonce="${nonce}" src="${script ?? ''}"></script>
  </body>
</html>`;
}
