import {
  parseFetchUri,
  parseResourceUri,
  parseTaskUri,
  readUri,
  TASK_SCHEME,
  type UriParts,
} from '../documents/documentUri.ts';
import { asRecord, pickFields } from '../json/jsonObject.ts';
import { message, type Message } from '../messages/message.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import { pastedTasks, type PastedTasks } from './findReference.ts';
import { readNamedResource, type NamedResource } from './namedResource.ts';
import {
  describeReferenceFault,
  parsePair,
  parseTaskReference,
  referenceText,
  workspaceBefore,
  type ParsedTaskReference,
  type ReferenceResult,
} from './parseTaskReference.ts';
import { plainSid } from './plainNotation.ts';

/** The parsed argument of Fetch TaskRouter Task, which may come from any extension or link. */
export type FetchArgument =
  /** No argument, as from the Command Palette. */
  | { readonly kind: 'none' }
  /** The URI of the file whose menu was used; the Task is the one at the cursor. */
  | { readonly kind: 'menu' }
  | {
      readonly kind: 'reference';
      readonly reference: ParsedTaskReference;
      /** The profile may not exist. */
      readonly profileId?: string;
      /** Set if the argument is the URI of the Task's document, as from its menus. */
      readonly isDocument?: true;
    }
  /** A text with more than one Task. */
  | { readonly kind: 'several'; readonly pasted: PastedTasks; readonly profileId?: string }
  | { readonly kind: 'refused'; readonly reason: Message };

/** Parses an argument of Fetch TaskRouter Task. Never throws. */
export function readFetchArgument(argument: unknown): FetchArgument {
  if (argument === undefined || argument === null) return { kind: 'none' };
  const address = readUri(argument);
  if (address !== undefined) return fromUri(address, typeof argument === 'object');
  if (typeof argument === 'string') return fromText(argument);
  const { taskSid, workspaceSid, profile } = pickFields(
    argument,
    'taskSid',
    'workspaceSid',
    'profile',
  );
  if (taskSid === undefined) {
    return {
      kind: 'refused',
      reason: message('This command needs a Task SID.'),
    };
  }
  const profileId = typeof profile === 'string' ? profile : undefined;
  const asText = [taskSid, workspaceSid ?? '', profile ?? ''].every((p) => typeof p === 'string');
  if (!asText || typeof taskSid !== 'string') {
    return { kind: 'refused', reason: message('This command takes SIDs as text.') };
  }
  return typeof workspaceSid === 'string'
    ? fromResult(parsePair(workspaceSid, taskSid), profileId)
    : fromText(taskSid, profileId);
}

/** @param isUri whether the argument is a `Uri` object, as from a menu, and not text */
function fromUri(address: UriParts, isUri: boolean): FetchArgument {
  if (address.scheme !== TASK_SCHEME) return { kind: 'menu' };
  // The menus of a diff editor pass the URI on its right side, which is that of a fetch.
  const task = parseTaskUri(address) ?? parseFetchUri(address)?.task;
  if (task === undefined) {
    if (isUri && parseResourceUri(address) !== undefined) return { kind: 'menu' };
    return { kind: 'refused', reason: message('This is not the address of a Task.') };
  }
  const { profileId, ...reference } = task;
  return { kind: 'reference', reference, profileId, isDocument: true };
}

function fromText(text: string, profileId?: string): FetchArgument {
  const result = parseTaskReference(text);
  if (!result.valid && result.fault.kind === 'severalTasks') {
    const pasted = pastedTasks(text);
    if (pasted.tasks.length > 1) {
      return { kind: 'several', pasted, ...(profileId !== undefined && { profileId }) };
    }
  }
  return fromResult(result, profileId);
}

function fromResult(result: ReferenceResult, profileId?: string): FetchArgument {
  if (!result.valid) {
    const reason = message(
      'This is not a reference to a Task: {0}.',
      describeReferenceFault(result.fault),
    );
    return { kind: 'refused', reason };
  }
  const { reference } = result;
  return { kind: 'reference', reference, ...(profileId !== undefined && { profileId }) };
}

/** The parsed argument of the command that opens a resource; its profile may not exist. */
export type OpenArgument =
  /** The URI of one of this extension's documents. */
  | { readonly kind: 'document'; readonly resource: ProfiledResource }
  /** A SID with what the text around it states. */
  | { readonly kind: 'named'; readonly named: NamedResource; readonly profileId?: string };

/** Parses an argument of the command that opens a resource. Returns `undefined` if invalid. Never throws. */
export function readOpenArgument(argument: unknown): OpenArgument | undefined {
  const address = readUri(argument);
  const resource = address && parseResourceUri(address);
  if (resource !== undefined) return { kind: 'document', resource };
  try {
    return readNamed(argument);
  } catch {
    // An object of another extension can have a getter that throws.
    return undefined;
  }
}

function readNamed(argument: unknown): OpenArgument | undefined {
  const named = readNamedResource(argument);
  const { profile } = asRecord(argument);
  if (named === undefined) return undefined;
  if (profile === undefined) return { kind: 'named', named };
  return typeof profile === 'string' ? { kind: 'named', named, profileId: profile } : undefined;
}

export type TaskLink =
  /** The Task as text for the input box of Fetch TaskRouter Task. */
  | { readonly valid: true; readonly text: string }
  | { readonly valid: false; readonly reason: Message };

/**
 * Parses a link to a Task, `vscode://taskrouter-lens.taskrouter-lens/task?workspace=WS…&task=WT…`. Any web
 * page can contain such a link, so the result has only well-formed SIDs and the host of a URL. Never throws.
 */
export function readTaskLink(path: string, query: string): TaskLink {
  const parameters = new URLSearchParams(query);
  const [task, ...moreTasks] = parameters.getAll('task');
  const [workspace, ...moreWorkspaces] = parameters.getAll('workspace');
  const text =
    path === '/task' && moreTasks.length + moreWorkspaces.length === 0
      ? readParameters(task ?? '', workspace)
      : undefined;
  return text === undefined
    ? {
        valid: false,
        reason: message(
          'This link opens no Task. It takes a Task SID as “task”, and may take a Workspace SID as “workspace”.',
        ),
      }
    : { valid: true, text };
}

function readParameters(task: string, workspace: string | undefined): string | undefined {
  const result = parseTaskReference(task);
  if (!result.valid) return undefined;
  if (workspace === undefined) return referenceText(result.reference);
  const plain = plainSid(workspace);
  // A variable without its value counts as no Workspace.
  const sid = workspaceBefore(`/Workspaces/${plain}/`);
  if (plain === '' || sid?.valid === false) return undefined;
  return referenceText({ ...result.reference, ...(sid && { workspaceSid: sid.sid }) });
}
