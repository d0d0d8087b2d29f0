import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareEditorHost } from '../host/editorHost.ts';
import { startEditorServer } from '../host/editorServer.ts';
import { packagedExtension } from '../packagedExtension.ts';
import { onStopped } from '../process/onStopped.ts';
import { runNpm } from '../process/runCommand.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';
import { writeDemoFolder } from '../server/demoFolder.ts';
import { startTestAccount } from '../server/testAccount.ts';

/*
 * Starts an editor with the extension and a simulated account, all on this machine:
 *
 *     npm start [-- --port 8080]
 */

onStopped(() => process.exit(0));

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port is a number up to 65535, not "${values.port}".`);
  }
  const extension = packagedExtension();
  const [host] = await Promise.all([
    prepareEditorHost('1.139'),
    extension.fresh ? undefined : packageIt(),
  ]);

  progress('Starting the test server and VS Code…');
  const account = await startTestAccount();
  const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-start-'));
  const folder = resolve(temporary, 'contact-centre');
  mkdirSync(folder);
  writeDemoFolder(folder, account.tasks);
  const editor = await startEditorServer({
    host,
    entry: 'people',
    port,
    folder,
    vsix: extension.path,
    settings: { ...account.settings, 'workbench.startupEditor': 'readme' },
    env: account.env,
    remove: [temporary],
  }).catch(async (error: unknown) => {
    await rm(temporary, { recursive: true });
    throw error;
  });

  console.log(editor.url);
  for (const { workspaceSid, taskSid, what } of account.tasks) {
    console.log(`${workspaceSid}/${taskSid}  ${what}`);
  }
  console.log(
    'Open the first line in a browser, press F1, choose "Fetch TaskRouter Task" and paste',
  );
  console.log('one of the others. Or right-click a SID in one of the files. Ctrl-C ends it all.');
  await editor.ended;
  throw new Error('The editor ended by itself.');
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function packageIt(): Promise<void> {
  progress('Building and packaging the extension…');
  await runNpm(['run', '--silent', 'package'], projectRoot);
}
