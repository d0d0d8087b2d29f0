import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import type { Shell } from './quoteForShell.ts';

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
