import { commands, type Uri } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';

export interface OnboardingParts {
  readonly runner: CommandRunner;
  readonly directory: ProfileDirectory;
  /** Where files of ours may be written. */
  readonly storage: Uri;
}

/** Registers what the walkthrough's buttons run, and says which of its steps are done. */
export function registerOnboarding({ runner, directory, storage }: OnboardingParts): Disposables {
  const all = new Disposables();
  all.add(
    runner.register('_taskrouter.openSampleFile', async () =>
      (await import('./onboarding.ts')).openSampleFile(storage),
    ),
  );
  all.add(
    runner.register('_taskrouter.tourSample', async () =>
      (await import('./onboarding.ts')).tourSample(),
    ),
  );
  // A context that nobody set is false.
  let told = false;
  const tell = () => {
    const hasAccount = directory.list().some(({ origin }) => origin !== 'sample');
    if (hasAccount === told) return;
    told = hasAccount;
    void commands.executeCommand('setContext', 'taskrouter.hasAccount', hasAccount);
  };
  all.add(directory.onDidChange(tell));
  tell();
  return all;
}
