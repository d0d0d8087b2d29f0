import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { credentialVariables } from './credentialVariables.ts';

/** Reads the Task with Twilio's library for Node.js, as an ES module. */
export function nodeSnippet({ workspaceSid, taskSid }: TaskReference, profile: Profile): string {
  const { user, secret, isKey } = credentialVariables(profile);
  const { region, edge } = profile;
  const options = [
    isKey && '  accountSid: process.env.TWILIO_ACCOUNT_SID,\n',
    region !== undefined && `  region: '${region}',\n`,
    edge !== undefined && `  edge: '${edge}',\n`,
  ].filter((line) => line !== false);
  const last = options.length === 0 ? '' : `, {\n${options.join('')}}`;
  return `import twilio from 'twilio';

const client = twilio(process.env.${user}, process.env.${secret}${last});
const task = await client.taskrouter.v1
  .workspaces('${workspaceSid}')
  .tasks('${taskSid}')
  .fetch();
console.log(task.assignmentStatus, task.attributes);
`;
}
