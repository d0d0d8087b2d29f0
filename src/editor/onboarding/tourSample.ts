import { commands } from 'vscode';
import { SAMPLE_PROFILE_ID, sampleTask } from '../../core/profiles/sampleProfile.ts';

/** Explores the sample, and opens a Task of it that is worth reading: what a first look begins with. */
export async function tourSample(): Promise<void> {
  await commands.executeCommand('taskrouter.exploreSample');
  await commands.executeCommand('taskrouter.openTaskDetails', {
    ...sampleTask,
    profile: SAMPLE_PROFILE_ID,
  });
}
