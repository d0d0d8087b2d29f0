import type { Uri } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';

export interface OnboardingParts {
  readonly runner: CommandRunner;
  /** Where files of ours may be written. */
  readonly storage: Uri;
}

/** Registers what the walkthrough's buttons run. */
export function registerOnboarding({ runner, storage }: OnboardingParts): Disposables {
  const all = new Disposables();
  all.add(
    runner.register(commandIds.openSampleFile, async () =>
      (await import('./onboarding.ts')).openSampleFile(storage),
    ),
  );
  all.add(
    runner.register(commandIds.tourSample, async () =>
      (await import('./onboarding.ts')).tourSample(),
    ),
  );
  return all;
}
