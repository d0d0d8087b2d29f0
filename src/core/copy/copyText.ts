import { message, type Message, type MessageArgument } from '../messages/message.ts';
import { maskJson } from '../privacy/maskJson.ts';
import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { serverNow } from '../taskrouter/resourceAnswer.ts';
import { readTaskFields } from '../taskrouter/taskFields.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import { attributesType } from './attributesType.ts';
import { cliCommand } from './cliCommand.ts';
import type { CopyFormat } from './copyFormats.ts';
import { curlCommand } from './curlCommand.ts';
import { nodeSnippet } from './nodeSnippet.ts';
import { pythonSnippet } from './pythonSnippet.ts';
import { taskMarkdown } from './taskMarkdown.ts';

export interface CopiedTask {
  readonly task: TaskReference;
  readonly profile: Profile;
  /** What the Task was when it was fetched; of no use to a format that says how to read it. */
  readonly fetched: FetchedTask;
  /** As `taskrouter.privacyMode` asks. */
  readonly masked: boolean;
  readonly say: (text: MessageArgument) => string;
}

/** Levels of attributes that a type tells apart. */
const DEEPEST = 100;

/** The text of a Task in a format, or why there is none. Never a secret. */
export function copyText(
  format: CopyFormat,
  { task, profile, fetched, masked, say }: CopiedTask,
): { readonly text: string } | { readonly reason: Message } {
  switch (format) {
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
      const options = { task, profileName: profile.name, fetchedAt, masked, withAttributes, say };
      return { text: taskMarkdown(fetched.text, options) };
    }
    case 'typescript': {
      const { attributes } = readTaskFields(fetched.text, { masked: false, deepest: DEEPEST });
      return attributes === undefined || !('members' in attributes)
        ? { reason: message('The attributes of this Task are no JSON, so that they have no type.') }
        : { text: attributesType(attributes, masked) };
    }
    case 'json':
      return { text: masked ? maskJson(fetched.text) : fetched.text };
  }
}
