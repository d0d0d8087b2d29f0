import { commands } from 'vscode';
import { viewIds } from '../viewIds.ts';
import type { AccountParts } from './accountParts.ts';
import { activateSample } from './activateSample.ts';

/** Explore Sample Workspace: reads with the sample from now on, and shows it in the sidebar. */
export async function exploreSample(parts: AccountParts): Promise<void> {
  await activateSample(parts);
  await commands.executeCommand(`${viewIds.workspaces}.focus`);
}
