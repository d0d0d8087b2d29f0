import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { contextKeys } from '../commands/contextKeys.ts';
import { setContext } from '../commands/executeCommand.ts';

/** Tells the editor whether there is an account, which ends a step of the walkthrough. */
export function accountContext(directory: ProfileDirectory): { dispose(): unknown } {
  // A context that nobody set is false.
  let told = false;
  const tell = () => {
    const hasAccount = directory.list().some(({ origin }) => origin !== 'sample');
    if (hasAccount === told) return;
    told = hasAccount;
    void setContext(contextKeys.hasAccount, hasAccount);
  };
  tell();
  return directory.onDidChange(tell);
}
