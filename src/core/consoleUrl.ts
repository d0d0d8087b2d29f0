import type { TaskReference } from './resources/resourceReference.ts';

/** A placeholder, also in a part of the address that is percent-encoded as a whole. */
const PLACEHOLDER = /(?:\{|%7b)(workspaceSid|taskSid)(?:\}|%7d)/gi;

/** What an address is written with (RFC 3986): it needs no one to mend it. */
const WRITTEN_WHOLE = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/**
 * The address of a Task's page by the template of `taskrouter.consoleUrlTemplate`, as it is written
 * there; nothing if that does not make an https or http address.
 */
export function consoleUrl(template: string, task: TaskReference): string | undefined {
  const text = template
    .trim()
    .replace(PLACEHOLDER, (_, name: string) =>
      name.toLowerCase() === 'tasksid' ? task.taskSid : task.workspaceSid,
    );
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return WRITTEN_WHOLE.test(text) ? text : url.href;
}
