import { message, type Message } from '../../messages/message.ts';
import type { Path } from './syntax/expression.ts';
import { readPath } from './syntax/readOperand.ts';
import { spanOf, type Span, type TextFix } from './syntax/span.ts';
import { tokenize } from './syntax/token.ts';

/**
 * `known_worker_sid` or `known_worker_friendly_name` of a target: the attribute of the Task that names a
 * Worker. https://www.twilio.com/docs/taskrouter/workflow-configuration/known-agent-routing
 */
export interface ParsedKnownWorker {
  /** Undefined if it is a placeholder, or no key. */
  readonly path: Path | undefined;
  readonly fault?: KnownWorkerFault;
}

export interface KnownWorkerFault extends Span {
  readonly code: 'notAKey' | 'notOfTask';
  readonly text: string;
  readonly fix?: TextFix;
}

/** Never throws. */
export function parseKnownWorker(text: string): ParsedKnownWorker {
  const tokens = tokenize(text);
  const [token] = tokens;
  if (tokens.length === 1 && token?.kind === 'hole') return { path: undefined };
  const path = token && readPath(token);
  const whole = { offset: 0, length: text.length };
  if (path === undefined || tokens.length > 1) {
    return { path: undefined, fault: { code: 'notAKey', text, ...whole } };
  }
  if (path.holed || path.text.startsWith('task.')) return { path };
  const [root] = path.text.split('.');
  const isBare = root !== 'worker' && root !== 'task';
  const fix = { ...spanOf(path), text: `task.${path.text}` };
  const fault = { code: 'notOfTask', text: path.text, ...spanOf(path) } as const;
  return { path, fault: { ...fault, ...(isBare && { fix }) } };
}

export function describeKnownWorkerFault({ code, text }: KnownWorkerFault): Message {
  switch (code) {
    case 'notAKey':
      return message(
        'A known Worker is named by an attribute of the Task, such as `task.agent_sid`.',
      );
    case 'notOfTask':
      return message('Attributes of the Task begin with `task.` here: {0}', text);
  }
}
