import { commands } from 'vscode';
import { SAMPLE_PROFILE_ID, sampleTask } from '../../../core/profiles/profile.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { executeCommand } from '../../commands/executeCommand.ts';
import { viewIds } from '../../commands/manifestNames.ts';
import type { AccountServices } from '../accountServices.ts';

/**
 * Explore Sample Workspace: activates the sample profile, shows it in the side bar, and opens the page of
 * its first waiting Task.
 */
export async function exploreSample(services: AccountServices): Promise<void> {
  await activateSample(services);
  await commands.executeCommand(`${viewIds.workspaces}.focus`);
  await executeCommand(commandIds.openTaskDetails, { ...sampleTask, profile: SAMPLE_PROFILE_ID });
}

/** Activates the sample profile in this window, and restarts its simulation if it has ended. */
export async function activateSample({
  profiles,
  restartSample: reviveSample,
}: AccountServices): Promise<void> {
  await reviveSample();
  await profiles.activate(SAMPLE_PROFILE_ID);
}

/**
 * Use My Profile: leaves the sample. Activates the only profile of the user, asks if there are several, and
 * adds one if there is none. Returns its id.
 */
export async function useOwnProfile(services: AccountServices): Promise<string | undefined> {
  const { profiles } = services;
  const [only, ...others] = profiles.list().filter(({ origin }) => origin !== 'sample');
  if (only === undefined) return executeCommand(commandIds.addProfile);
  if (others.length > 0) return executeCommand(commandIds.switchProfile);
  await profiles.activate(only.id);
  await commands.executeCommand(`${viewIds.workspaces}.focus`);
  return only.id;
}
