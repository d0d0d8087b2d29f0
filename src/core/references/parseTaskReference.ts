import { findSids } from '../sids/findSids.ts';
import { parseSid } from '../sids/parseSid.ts';
import type { ParseFault } from '../sids/sidFault.ts';
import { apiOriginAt } from './apiOriginAt.ts';

/** What a text says about which Task is meant; its SIDs are well formed. */
export interface ParsedTaskReference {
  readonly taskSid: string;
  /** Absent where the text does not say it. */
  readonly workspaceSid?: string;
  /** The one Workspace SID that only stands in the same text: likely, but not said to be its own. */
  readonly nearbyWorkspaceSid?: string;
  /** Origin of the API URL that names the Task; absent for all else, Console addresses included. */
  readonly apiOrigin?: string;
}

export type ReferenceFault =
  | { readonly kind: 'taskSid'; readonly fault: ParseFault }
  | { readonly kind: 'workspaceSid'; readonly fault: ParseFault }
  /** A Workspace SID where the Task's belongs and the other way round. */
  | { readonly kind: 'swapped'; readonly workspaceSid: string; readonly taskSid: string }
  | { readonly kind: 'severalTasks'; readonly count: number }
  | { readonly kind: 'severalWorkspaces'; readonly count: number }
  | { readonly kind: 'noTask' };

export type ReferenceResult =
  | { readonly valid: true; readonly reference: ParsedTaskReference }
  | { readonly valid: false; readonly fault: ReferenceFault };

const TASK_PATH = /\/workspaces\/([^/?#&\s"']*)\/tasks\/([0-9a-z]*)/i;

/**
 * Reads what people have at hand when they mean a Task: a Task SID, `WS…/WT…`, an API URL or its
 * path, a Console address (plain, or framed in another), or a line of text with one Task SID.
 * Never throws.
 */
export function parseTaskReference(text: string): ReferenceResult {
  const input = stripMarks(text);
  const pair = /^([^\s/]*)\/([^\s/]*)$/.exec(input);
  if (pair !== null) return parsePair(pair[1] ?? '', pair[2] ?? '');
  return /[\s/]/.test(input) ? parseText(decode(input)) : parseTaskSid(input);
}

/** Reads a Workspace SID and a Task SID, each in its own place. */
export function parsePair(workspaceSid: string, taskSid: string): ReferenceResult {
  if (parseSid(workspaceSid, 'WT').valid && parseSid(taskSid, 'WS').valid) {
    return refuse({ kind: 'swapped', workspaceSid: taskSid, taskSid: workspaceSid });
  }
  const workspace = parseSid(workspaceSid, 'WS');
  if (!workspace.valid) return refuse({ kind: 'workspaceSid', fault: workspace.fault });
  const task = parseTaskSid(taskSid);
  return task.valid ? accept({ taskSid, workspaceSid }) : task;
}

function parseTaskSid(text: string): ReferenceResult {
  const task = parseSid(text, 'WT');
  return task.valid
    ? accept({ taskSid: task.sid })
    : refuse({ kind: 'taskSid', fault: task.fault });
}

function parseText(text: string): ReferenceResult {
  const tasks = distinct(text, 'WT');
  if (tasks.length > 1) return refuse({ kind: 'severalTasks', count: tasks.length });

  const path = TASK_PATH.exec(text);
  if (path !== null) {
    return withOrigin(parsePair(path[1] ?? '', path[2] ?? ''), apiOriginAt(text, path.index));
  }
  const [taskSid] = tasks;
  if (taskSid === undefined) return explainMissingTask(text);
  const workspaces = distinct(text, 'WS');
  const [workspaceSid] = workspaces;
  if (workspaceSid === undefined) return accept({ taskSid });
  if (workspaces.length > 1) return refuse({ kind: 'severalWorkspaces', count: workspaces.length });

  // Within one address both belong together; among words they only stand side by side.
  const result = /\s/.test(text)
    ? accept({ taskSid, nearbyWorkspaceSid: workspaceSid })
    : accept({ taskSid, workspaceSid });
  return withOrigin(result, apiOriginAt(text, text.indexOf(taskSid)));
}

/** Among words, only one that nearly is a Task SID is worth a remark about its digits. */
function explainMissingTask(text: string): ReferenceResult {
  const near = /(?<![0-9A-Za-z])WT[0-9A-Za-z]{28,36}(?![0-9A-Za-z])/.exec(text)?.[0];
  return near === undefined ? refuse({ kind: 'noTask' }) : parseTaskSid(near);
}

function distinct(text: string, prefix: string): string[] {
  return [...new Set(findSids(text, prefix).map((found) => found.text))];
}

function accept(reference: ParsedTaskReference): ReferenceResult {
  return { valid: true, reference };
}

function refuse(fault: ReferenceFault): ReferenceResult {
  return { valid: false, fault };
}

function withOrigin(result: ReferenceResult, apiOrigin: string | undefined): ReferenceResult {
  return !result.valid || apiOrigin === undefined
    ? result
    : accept({ ...result.reference, apiOrigin });
}

/** Without the quotes and commas that come along when a SID is copied out of code. */
function stripMarks(text: string): string {
  const marks = '"\'`,; \t\r\n';
  let start = 0;
  let end = text.length;
  while (start < end && marks.includes(text.charAt(start))) start++;
  while (start < end && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** A framed Console address is encoded once or twice; what cannot be decoded stays as it is. */
function decode(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3 && decoded.includes('%'); round++) {
    decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    });
  }
  return decoded;
}
