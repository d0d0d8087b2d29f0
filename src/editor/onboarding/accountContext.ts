import { commands } from 'vscode';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';

/** Tells the editor whether there is an account, which ends a step of the walkthrough. */
export function accountContext(directory: ProfileDirectory): { dispose(): unknown } {
  // A context that nobody set is false.
  let told = false;
  const tell = () => {
    const hasAccount = directory.list().some(({ origin }) => origin !== 'sample');
    if (hasAccount === told) return;
    told = hasAccount;
    void commands.executeCommand('setContext', 'taskrouter.hasAccount', hasAccount);
  };
  tell();
  return directory.onDidChange(tell);
}
