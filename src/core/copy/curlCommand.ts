import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { apiPath } from '../taskrouter/apiPath.ts';
import { credentialVariables } from './credentialVariables.ts';
import { quoteForShell, type Shell } from './quoteForShell.ts';

/** Reads the Task with curl; the credentials come from the environment of the shell. */
export function curlCommand(task: TaskReference, profile: Profile, shell: Shell): string {
  const { user, secret } = credentialVariables(profile);
  const url = quoteForShell(profile.apiBaseUrl + apiPath(task), shell);
  // Windows PowerShell has another command by the name of curl.
  return shell === 'bash'
    ? `curl --globoff --user "$${user}:$${secret}" ${url}`
    : `curl.exe --globoff --user "\${env:${user}}:\${env:${secret}}" ${url}`;
}
