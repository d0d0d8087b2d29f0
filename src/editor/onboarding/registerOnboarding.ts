import { window, workspace } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { commandIds } from '../commands/commandIds.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { afterActivation, type Services } from '../services.ts';
import { LazyFileSystem } from '../ui/lazyFileSystem.ts';
import { SAMPLE_SCHEME } from './sampleScheme.ts';

/** Registers the sample file and the command of the walkthrough, and the context that completes its steps. */
export function registerOnboarding({ runner, profiles }: Services): DisposableStore {
  const all = new DisposableStore();
  const files = all.add(
    new LazyFileSystem(async () => all.add(new (await import('./sampleFile.ts')).SampleFile())),
  );
  all.add(workspace.registerFileSystemProvider(SAMPLE_SCHEME, files));
  all.add(
    runner.register(commandIds.openSampleFile, async () => {
      const file = await files.source();
      file.reset();
      const document = await workspace.openTextDocument(file.uri);
      // It stays open when the walkthrough goes on with something else.
      await window.showTextDocument(document, { preview: false });
    }),
  );
  all.add(afterActivation(() => accountContext(profiles)));
  return all;
}

/**
 * Sets the context keys for whether there is an account, which completes a step of the walkthrough, and
 * whether the sample is active.
 */
function accountContext(profiles: ProfileDirectory): { dispose(): unknown } {
  // A context key that was never set counts as false.
  const told = { hasAccount: false, sample: false };
  const tell = () => {
    const hasAccount = profiles.list().some(({ origin }) => origin !== 'sample');
    const sample = profiles.active()?.origin === 'sample';
    if (hasAccount !== told.hasAccount) void setContext(contextKeys.hasAccount, hasAccount);
    if (sample !== told.sample) void setContext(contextKeys.sample, sample);
    Object.assign(told, { hasAccount, sample });
  };
  tell();
  return profiles.onDidChange(tell);
}
