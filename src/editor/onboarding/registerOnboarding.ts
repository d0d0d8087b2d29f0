import { Disposables } from '../../core/base/disposables.ts';
import { afterActivation } from '../afterActivation.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { Services } from '../services.ts';
import { accountContext } from './accountContext.ts';

/** What the walkthrough's buttons run, and what ends its steps. */
export function registerOnboarding({ runner, profiles, context }: Services): Disposables {
  const all = new Disposables();
  all.add(
    runner.register(commandIds.openSampleFile, async () =>
      (await import('./onboarding.ts')).openSampleFile(context.globalStorageUri),
    ),
  );
  all.add(
    runner.register(commandIds.tourSample, async () =>
      (await import('./onboarding.ts')).tourSample(),
    ),
  );
  all.add(afterActivation(() => accountContext(profiles)));
  return all;
}
