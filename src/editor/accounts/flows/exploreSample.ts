import { commands } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../../core/profiles/profile.ts';
import { viewIds } from '../../commands/manifestNames.ts';
import type { AccountServices } from '../accountServices.ts';

/** Explore Sample Workspace: reads with the sample from now on, and shows it in the sidebar. */
export async function exploreSample(parts: AccountServices): Promise<void> {
  await activateSample(parts);
  await commands.executeCommand(`${viewIds.workspaces}.focus`);
}

/** Makes the sample the profile of this window, with Tasks that still move. */
export async function activateSample({
  profiles,
  restartSample: reviveSample,
}: AccountServices): Promise<void> {
  await reviveSample();
  await profiles.activate(SAMPLE_PROFILE_ID);
}
