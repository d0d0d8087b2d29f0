import type { RoutingExplanation } from '../explanation/routingExplanation.ts';
import { message, type Message, type MessageArgument } from '../messages/message.ts';
import { presenter, type Presenter } from '../privacy/presenter.ts';
import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { serverNow } from '../taskrouter/resourceAnswer.ts';
import { readTaskFields } from '../taskrouter/taskFields.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import { attributesType } from './attributesType.ts';
import { cliCommand, curlCommand, nodeSnippet, pythonSnippet } from './codeSnippet.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import { taskMarkdown } from './taskMarkdown.ts';

/** How a Task can be copied: as a way to read it, or what was read. */
export type CopyFormat =
  | 'link'
  | 'curl'
  | 'curlPowerShell'
  | 'cli'
  | 'cliPowerShell'
  | 'node'
  | 'python'
  | 'markdown'
  | 'markdownAttributes'
  | 'typescript'
  | 'json';

export interface CopyChoice {
  readonly format: CopyFormat;
  readonly label: Message;
  readonly description: Message;
}

const fromEnvironment = message('credentials from the environment');

const LINK: CopyChoice = {
  format: 'link',
  label: message('Link'),
  description: message('opens the Task in VS Code'),
};

const CURL: readonly CopyChoice[] = [
  { format: 'curl', label: message('curl (Bash)'), description: fromEnvironment },
  { format: 'curlPowerShell', label: message('curl (PowerShell)'), description: fromEnvironment },
];

const TWILIO: readonly CopyChoice[] = [
  {
    format: 'cli',
    label: message('Twilio CLI (Bash)'),
    description: message('its own credentials'),
  },
  {
    format: 'cliPowerShell',
    label: message('Twilio CLI (PowerShell)'),
    description: message('its own credentials'),
  },
  { format: 'node', label: message('Node.js'), description: fromEnvironment },
  { format: 'python', label: message('Python'), description: fromEnvironment },
];

const CONTENT: readonly CopyChoice[] = [
  {
    format: 'markdown',
    label: message('Markdown for a ticket'),
    description: message('types in place of values in the attributes'),
  },
  {
    format: 'markdownAttributes',
    label: message('Markdown for a ticket, with attributes'),
    description: message('may hold personal data'),
  },
  {
    format: 'typescript',
    label: message('TypeScript type of the attributes'),
    description: message('no values'),
  },
  {
    format: 'json',
    label: message('JSON'),
    description: message('exact, may hold personal data'),
  },
];

/**
 * What can be copied of a Task of this profile. Twilio's tools know Twilio's hosts only, and the
 * sample is on none. Of a deleted Task without an answer in memory there is only its link.
 *
 * What is to be masked anyway is not there twice.
 */
export function copyFormats(
  profile: Profile,
  { masks }: Pick<Presenter, 'masks'>,
  isGone = false,
): readonly CopyChoice[] {
  if (isGone) return [LINK];
  const content = CONTENT.filter(({ format }) => !masks || format !== 'markdownAttributes').map(
    (choice) =>
      masks && choice.format === 'json'
        ? { ...choice, description: message('masked by privacy mode') }
        : choice,
  );
  const isSample = profile.origin === 'sample';
  return [
    LINK,
    ...(isSample ? [] : CURL),
    ...(isSample || !usesTwiliosHosts(profile) ? [] : TWILIO),
    ...content,
  ];
}

function usesTwiliosHosts({ flexBaseUrl }: Profile): boolean {
  return flexBaseUrl !== undefined;
}

/** Which formats are not offered for a Task of this profile, and why; `undefined` if all are. */
export function describeMissingFormats(profile: Profile): CopyNote | undefined {
  if (profile.origin === 'sample') {
    return {
      label: message('Not for the sample: curl, Twilio CLI, Node.js and Python'),
      detail: message('The sample is on no server.'),
    };
  }
  if (usesTwiliosHosts(profile)) return undefined;
  return {
    label: message('Not for this profile: Twilio CLI, Node.js and Python'),
    detail: message('They cannot use its base URL {0}.', profile.apiBaseUrl),
  };
}

interface CopyNote {
  readonly label: Message;
  readonly detail: Message;
}

/** Whether what is copied is in the answer, so that the Task must have been fetched. */
export function copiesAnswer(format: CopyFormat): boolean {
  return CONTENT.some((choice) => choice.format === format);
}

export interface CopiedTask {
  readonly task: TaskReference;
  readonly profile: Profile;
  /** What the Task was when it was fetched; of no use to a format that says how to read it. */
  readonly fetched: FetchedTask;
  readonly present: Presenter;
  readonly say: (text: MessageArgument) => string;
  /** Explains how the Task is routed; `undefined` if that was not read. */
  readonly explain?: (present: Presenter) => RoutingExplanation | undefined;
  /** The scheme of links to this editor. */
  readonly uriScheme?: string;
}

/** The link that this extension handles. Whoever opens it fetches the Task with a profile of their own. */
function taskLink({ workspaceSid, taskSid }: TaskReference, uriScheme = 'vscode'): string {
  return `${uriScheme}://taskrouter-lens.taskrouter-lens/task?workspace=${workspaceSid}&task=${taskSid}`;
}

/** Levels of attributes that a type tells apart. */
const MAX_TYPE_DEPTH = 100;

/** The text of a Task in a format, or why there is none. Never a secret. */
export function copyText(
  format: CopyFormat,
  { task, profile, fetched, present, say, explain, uriScheme }: CopiedTask,
): { readonly text: string } | { readonly reason: Message } {
  switch (format) {
    case 'link':
      return { text: taskLink(task, uriScheme) };
    case 'curl':
      return { text: curlCommand(task, profile, 'bash') };
    case 'curlPowerShell':
      return { text: curlCommand(task, profile, 'powershell') };
    case 'cli':
      return { text: cliCommand(task, profile, 'bash') };
    case 'cliPowerShell':
      return { text: cliCommand(task, profile, 'powershell') };
    case 'node':
      return { text: nodeSnippet(task, profile) };
    case 'python':
      return { text: pythonSnippet(task, profile) };
    case 'markdown':
    case 'markdownAttributes': {
      const withAttributes = format === 'markdownAttributes';
      // Beside dates of the server's, and so by its clock.
      const fetchedAt = serverNow(fetched, fetched.fetchedAt);
      const options = { task, profileName: profile.name, fetchedAt, present, withAttributes, say };
      // Its sentences repeat values of attributes.
      const explanation = explain?.(withAttributes ? present : presenter(true));
      const facts = taskMarkdown(fetched.text, options);
      const routing = explanation && explanationMarkdown(explanation, say);
      return { text: routing === undefined ? facts : `${facts}\n${routing}` };
    }
    case 'typescript': {
      const { attributes } = readTaskFields(fetched.text, MAX_TYPE_DEPTH);
      return attributes === undefined || !('members' in attributes)
        ? { reason: message('The attributes of this Task are not JSON. They have no type.') }
        : { text: attributesType(attributes, present.text) };
    }
    case 'json':
      return { text: present.json(fetched.text) };
  }
}
