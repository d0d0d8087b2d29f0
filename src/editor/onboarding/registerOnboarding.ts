import { DisposableStore } from '../../core/base/disposables.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { commandIds } from '../commands/commandIds.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { afterActivation, type Services } from '../services.ts';

/** What the walkthrough's buttons run, and what ends its steps. */
export function registerOnboarding({ runner, profiles, context }: Services): DisposableStore {
  const all = new DisposableStore();
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

/** Tells the editor whether there is an account, which ends a step of the walkthrough. */
function accountContext(profiles: ProfileDirectory): { dispose(): unknown } {
  // A context that nobody set is false.
  let told = false;
  const tell = () => {
    const hasAccount = profiles.list().some(({ origin }) => origin !== 'sample');
    if (hasAccount === told) return;
    told = hasAccount;
    void setContext(contextKeys.hasAccount, hasAccount);
  };
  tell();
  return profiles.onDidChange(tell);
}
