import { commands } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../../core/profiles/profile.ts';
import { viewIds } from '../../commands/manifestNames.ts';
import type { AccountServices } from '../accountServices.ts';

/** Explore Sample Workspace: activates the sample profile, and shows it in the side bar. */
export async function exploreSample(services: AccountServices): Promise<void> {
  await activateSample(services);
  await commands.executeCommand(`${viewIds.workspaces}.focus`);
}

/** Activates the sample profile in this window, and restarts its simulation if it has ended. */
export async function activateSample({
  profiles,
  restartSample: reviveSample,
}: AccountServices): Promise<void> {
  await reviveSample();
  await profiles.activate(SAMPLE_PROFILE_ID);
}
