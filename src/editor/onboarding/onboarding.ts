import { l10n, window, workspace } from 'vscode';
import { sampleTask } from '../../core/profiles/profile.ts';
import { sampleFileUri } from './sampleFile.ts';

/** Shows the sample file. It stays open when the walkthrough goes on with something else. */
export async function showSampleFile(): Promise<void> {
  const document = await workspace.openTextDocument(sampleFileUri);
  await window.showTextDocument(document, { preview: false });
}

/** The content of the sample file: SIDs to look at, which are valid, malformed or misplaced. */
export function sampleFileContent(): Uint8Array {
  const { workspaceSid, taskSid } = sampleTask;
  const text = [
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
  return new TextEncoder().encode(text);
}
