import type { TaskReference } from './tasks/taskReference.ts';

/**
 * The address of a Task's page by the template of `taskrouter.consoleUrlTemplate`; nothing if that
 * does not make an https or http address.
 */
export function consoleUrl(template: string, { workspaceSid, taskSid }: TaskReference) {
  const text = template.replaceAll('{workspaceSid}', workspaceSid).replaceAll('{taskSid}', taskSid);
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
