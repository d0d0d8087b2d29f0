import { commands } from 'vscode';
import type { AccountParts } from './accountParts.ts';
import { activateSample } from './activateSample.ts';

/** Explore Sample Workspace: reads with the sample from now on, and shows it in the sidebar. */
export async function exploreSample(parts: AccountParts): Promise<void> {
  await activateSample(parts);
  // The view may be hidden for good; the sample is read with all the same.
  await commands.executeCommand('taskrouter.workspaces.focus').then(undefined, () => undefined);
}
