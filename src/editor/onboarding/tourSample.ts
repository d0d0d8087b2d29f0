import { SAMPLE_PROFILE_ID, sampleTask } from '../../core/profiles/profile.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';

/** Explores the sample, and opens a Task of it that is worth reading: what a first look begins with. */
export async function tourSample(): Promise<void> {
  await executeCommand(commandIds.exploreSample);
  await executeCommand(commandIds.openTaskDetails, {
    ...sampleTask,
    profile: SAMPLE_PROFILE_ID,
  });
}
