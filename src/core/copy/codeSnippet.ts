import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { apiPath } from '../taskrouter/apiPath.ts';

/** The environment variables that Twilio's own tools read what a profile signs in with from. */
interface CredentialVariables {
  readonly user: string;
  readonly secret: string;
  /** Whether the user is an API key, which does not say whose it is. */
  readonly isKey: boolean;
}

function credentialVariables({ sid }: Profile): CredentialVariables {
  return sid.startsWith('SK')
    ? { user: 'TWILIO_API_KEY', secret: 'TWILIO_API_SECRET', isKey: true }
    : { user: 'TWILIO_ACCOUNT_SID', secret: 'TWILIO_AUTH_TOKEN', isKey: false };
}

/** Shells that commands are copied for. */
type Shell = 'bash' | 'powershell';

/** An argument in single quotes, in which neither shell replaces anything. */
function quoteForShell(text: string, shell: Shell): string {
  // PowerShell takes the four typographic ones for a single quote, too.
  const quoted =
    shell === 'bash' ? text.replaceAll("'", `'\\''`) : text.replace(/['\u2018-\u201b]/g, '$&$&');
  return `'${quoted}'`;
}

/** Reads the Task with curl; the credentials come from the environment of the shell. */
export function curlCommand(task: TaskReference, profile: Profile, shell: Shell): string {
  const { user, secret } = credentialVariables(profile);
  const url = quoteForShell(profile.apiBaseUrl + apiPath(task), shell);
  // Windows PowerShell has another command by the name of curl.
  return shell === 'bash'
    ? `curl --globoff --user "$${user}:$${secret}" ${url}`
    : `curl.exe --globoff --user "\${env:${user}}:\${env:${secret}}" ${url}`;
}

/**
 * Reads the Task with the Twilio CLI, which has credentials of its own, or takes them from the
 * environment. Region and edge it takes from there only.
 */
export function cliCommand(
  { workspaceSid, taskSid }: TaskReference,
  { region, edge }: Profile,
  shell: Shell,
): string {
  const variables = [
    ['TWILIO_REGION', region],
    ['TWILIO_EDGE', edge],
  ].filter(([, value]) => value !== undefined);
  const place = variables
    .map(([name = '', value = '']) =>
      shell === 'bash' ? `${name}=${value} ` : `$env:${name} = '${value}'; `,
    )
    .join('');
  const command = 'twilio api:taskrouter:v1:workspaces:tasks:fetch';
  return `${place}${command} --workspace-sid ${workspaceSid} --sid ${taskSid} -o json`;
}

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
