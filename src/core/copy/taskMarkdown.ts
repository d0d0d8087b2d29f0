import { printJson } from '../json/jsonText.ts';
import { printValue } from '../json/jsonValue.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { escapeInvisible } from '../json/escapeInvisible.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { typesOfValues } from '../privacy/typesOfValues.ts';
import type { TaskReference } from '../resources/resourceReference.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { readTaskFields, taskFacts, type TaskFact } from '../taskrouter/taskFields.ts';

export interface TaskMarkdownOptions {
  readonly task: TaskReference;
  /** Of the profile that the Task was fetched with. */
  readonly profileName: string;
  /** In ms since the epoch. */
  readonly fetchedAt: number;
  readonly present: Presenter;
  /** Whether the values of attributes are to be read; otherwise only their types are. */
  readonly withAttributes: boolean;
  readonly say: (text: MessageArgument) => string;
}

const FACTS: readonly TaskFact[] = ['priority', 'reason', 'created', 'updated', 'entered'];

/** A Task for a ticket: its facts as a table, its attributes as JSON. What Twilio sent is code. */
export function taskMarkdown(text: string, options: TaskMarkdownOptions): string {
  const { task, profileName, fetchedAt, present, withAttributes, say } = options;
  const { facts, references } = readTaskFields(present.answer(text));
  const { attributes } = readTaskFields(withAttributes ? present.answer(text) : text);
  const rows = [
    [message('Workspace'), codeSpan(task.workspaceSid)],
    ...FACTS.map((fact) => [taskFacts[fact].label, codeSpan(facts[fact] ?? '')] as const),
    ...references.map(
      ({ role, name, sid }) => [role, [name, sid].map(codeSpan).join(' ').trim()] as const,
    ),
    [message('Fetched'), codeSpan(new Date(fetchedAt).toISOString())],
    [message('Profile'), codeSpan(profileName)],
  ] as const;
  const status = describeStatus(facts.status);
  const lines = [
    `**Task ${codeSpan(task.taskSid)}** · ${typeof status === 'string' ? codeSpan(status) : say(status)}`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `| ${say(label)} | ${value} |`),
  ];
  if (attributes !== undefined) {
    const printed = printValue(attributes);
    const shown = withAttributes ? printed : typesOfValues(printed);
    const isJson = 'members' in attributes;
    const block = codeBlock(escapeInvisible(isJson ? printJson(shown).trimEnd() : shown));
    lines.push('', `${say(message('Attributes'))}:`, '', block);
  }
  return `${lines.join('\n')}\n`;
}

/** Nothing for an empty text. In a table's cell a bar ends the cell, also inside of code. */
function codeSpan(text: string): string {
  if (text === '') return '';
  const line = escapeInvisible(text.replace(/\s+/g, ' ')).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(line) + 1);
  return line.includes('`') ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}json\n${text}\n${fence}`;
}

/** How many backticks stand together at most. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
