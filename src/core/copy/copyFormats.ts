import { message, type Message } from '../messages/message.ts';
import type { Profile } from '../profiles/profile.ts';

/** How a Task can be copied: as a way to read it, or what was read. */
export type CopyFormat =
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
    description: message('attributes masked'),
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
    description: message('to the letter, may hold personal data'),
  },
];

/**
 * What can be copied of a Task of this profile. Twilio's tools know Twilio's hosts only, and the
 * sample is on none.
 *
 * @param masked as `taskrouter.privacyMode` asks: what is to be masked anyway is not there twice
 */
export function copyFormats(profile: Profile, masked: boolean): readonly CopyChoice[] {
  const isTwilios = profile.flexBaseUrl !== undefined;
  const content = CONTENT.filter(({ format }) => !masked || format !== 'markdownAttributes').map(
    (choice) =>
      masked && choice.format === 'json'
        ? { ...choice, description: message('masked, as privacy mode is on') }
        : choice,
  );
  return [
    ...(profile.origin === 'sample' ? [] : CURL),
    ...(profile.origin !== 'sample' && isTwilios ? TWILIO : []),
    ...content,
  ];
}

/** Whether what is copied is in the answer, so that the Task must have been fetched. */
export function copiesAnswer(format: CopyFormat): boolean {
  return CONTENT.some((choice) => choice.format === format);
}
