import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { credentialVariables } from './credentialVariables.ts';

/** Reads the Task with Twilio's library for Python. */
export function pythonSnippet({ workspaceSid, taskSid }: TaskReference, profile: Profile): string {
  const { user, secret, isKey } = credentialVariables(profile);
  const { region, edge } = profile;
  const options = [
    isKey && '    account_sid=os.environ["TWILIO_ACCOUNT_SID"],\n',
    region !== undefined && `    region="${region}",\n`,
    edge !== undefined && `    edge="${edge}",\n`,
  ].filter((line) => line !== false);
  return `import os

from twilio.rest import Client

client = Client(
    os.environ["${user}"],
    os.environ["${secret}"],
${options.join('')})
task = client.taskrouter.v1.workspaces("${workspaceSid}").tasks("${taskSid}").fetch()
print(task.assignment_status, task.attributes)
`;
}
