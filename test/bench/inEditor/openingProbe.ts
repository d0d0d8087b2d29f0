import { appendFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { commands, Uri, ViewColumn, window, workspace, type ExtensionContext } from 'vscode';

/*
 * Opens the documents and webviews that the extension's are compared with, and fetches a Task from
 * the server without any user interface.
 */

const order = JSON.parse(process.env['TASKROUTER_BENCH'] ?? '{}') as {
  /** The file for round trips to the server, in ms, one a line. */
  readonly results: string;
  /** The text to show in the status bar. */
  readonly started: string;
};
const agent = new Agent({ keepAlive: true });

export function activate({ subscriptions }: ExtensionContext): void {
  const status = window.createStatusBarItem();
  status.text = order.started;
  status.show();
  subscriptions.push(
    status,
    commands.registerCommand('bench.openFile', async (path: string) => {
      const document = await workspace.openTextDocument(Uri.file(path));
      await window.showTextDocument(document, { preview: false });
    }),
    commands.registerCommand('bench.openPage', (text: string) => {
      const panel = window.createWebviewPanel('bench.page', 'Page', ViewColumn.Active, {});
      panel.webview.html = `<!doctype html><main>${text}</main>`;
    }),
    commands.registerCommand('bench.askServer', async (url: string) => {
      const start = performance.now();
      await read(url);
      appendFileSync(order.results, `${performance.now() - start}\n`);
    }),
  );
}

function read(url: string): Promise<void> {
  const { TWILIO_ACCOUNT_SID: user = '', TWILIO_AUTH_TOKEN: secret = '' } = process.env;
  return new Promise((resolve, reject) => {
    request(url, { agent, auth: `${user}:${secret}` }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Status ${String(answer.statusCode)}`));
      answer.on('end', resolve).on('error', reject).resume();
    })
      .on('error', reject)
      .end();
  });
}
