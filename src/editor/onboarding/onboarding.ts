import { l10n, Uri, window, workspace } from 'vscode';
import { sampleTask } from '../../core/profiles/profile.ts';

/**
 * Opens a file with SIDs to look at: valid, malformed, and misplaced ones. The file is writable,
 * for quick fixes, and written anew each time. An untitled document would ask to be saved.
 *
 * @param folder the folder of the file
 */
export async function openSampleFile(folder: Uri): Promise<void> {
  const { workspaceSid, taskSid } = sampleTask;
  const content = [
    `// ${l10n.t('Hover over each SID to see what it is and what is wrong with it.')}`,
    `// ${l10n.t('Needs no account and never uses the network.')}`,
    '',
    `const workspace = client.taskrouter.v1.workspaces('${workspaceSid}');`,
    `const task = await workspace.tasks('${taskSid}').fetch();`,
    '',
    `// ${l10n.t('The letter O is in place of the digit 0. A quick fix corrects it.')}`,
    `const mistyped = '${taskSid.replace('0', 'O')}';`,
    '',
    `// ${l10n.t('The Task SID and the Workspace SID are in each other’s place.')}`,
    `const address = '/v1/Workspaces/${taskSid}/Tasks/${workspaceSid}';`,
    '',
    `// ${l10n.t('Other SIDs are explained as well, such as those of calls, messages and Workers.')}`,
    `const others = ['CA${'4'.repeat(32)}', 'SM${'5'.repeat(32)}', 'WK${'6'.repeat(32)}'];`,
    '',
  ].join('\n');
  const file = Uri.joinPath(folder, 'twilio-sids.js');
  await workspace.fs.writeFile(file, new TextEncoder().encode(content));
  await window.showTextDocument(await workspace.openTextDocument(file));
}
