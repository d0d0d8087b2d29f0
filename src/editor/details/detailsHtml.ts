import { env, l10n } from 'vscode';
import type { PageAssets } from './pageAssets.ts';

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
