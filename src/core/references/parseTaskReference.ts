import { message, type Message } from '../messages/message.ts';
import { SID_DIGITS, sidPattern } from '../resources/sidPattern.ts';
import { findSids } from '../sids/scan/scanSids.ts';
import type { SidMatch } from '../sids/scan/sidCandidate.ts';
import { parseSid, type SidResult } from '../sids/parseSid.ts';
import { isSameSid } from '../sids/sid.ts';
import { describeSidFault, type ParseFault } from '../sids/sidFault.ts';
import { plainNotation, plainSid } from './plainNotation.ts';
import { addressAround, statedHost, statedHostNearby, type StatedHost } from './statedHost.ts';

/** A Task as identified by a text; its SIDs are well formed. */
export interface ParsedTaskReference extends StatedHost {
  readonly taskSid: string;
  /** Absent if the text does not state it. */
  readonly workspaceSid?: string;
  /** The nearest Workspace SID in the text: probably, but not certainly, that of the Task. */
  readonly nearbyWorkspaceSid?: string;
}

type ReferenceFault =
  | { readonly kind: 'taskSid'; readonly fault: ParseFault }
  | { readonly kind: 'workspaceSid'; readonly fault: ParseFault }
  /** The Workspace SID and the Task SID are in each other's place. */
  | { readonly kind: 'swapped'; readonly workspaceSid: string; readonly taskSid: string }
  | { readonly kind: 'severalTasks'; readonly count: number }
  | { readonly kind: 'noTask' };

export type ReferenceResult =
  | { readonly valid: true; readonly reference: ParsedTaskReference }
  | { readonly valid: false; readonly fault: ReferenceFault };

/** How many mentions of one Task are read. */
const MAX_MENTIONS = 20;

/** A path of the API; without a host, a `Host` header nearby counts. */
const BARE_PATH = /\/v\d+\/workspaces\//i;

const SWAPPED = new RegExp(
  String.raw`(?:/workspaces/|(?<![0-9A-Za-z]))(WT\w{${SID_DIGITS}})/(?:tasks/)?(WS\w{${SID_DIGITS}})(?!\w)`,
  'i',
);

/** `WS…/…`, where the second part should be a Task SID. */
const PAIR = new RegExp(`^${sidPattern('WS')}/([0-9A-Za-z]+)$`, 'i');

/**
 * Parses any text with one well-formed Task SID, such as `WS…/WT…`, a URL of the API or the Console, the body
 * of a webhook, source code, a line of a log or the name of a tab. A single word is parsed strictly as a SID.
 * Never throws.
 */
export function parseTaskReference(text: string): ReferenceResult {
  const plain = plainNotation(text);
  const word = plainSid(plain);
  if (!/[^\p{L}\p{N}\p{M}]/u.test(word)) return parseTaskSid(word);
  const mentions = findSids(plain, 'WT');
  const [first, ...others] = mentions;
  if (first === undefined) return refuse(explainMissingTask(plain, word));
  if (others.some((other) => !isSameSid(other.text, first.text))) {
    const count = new Set(mentions.map((mention) => mention.text.toLowerCase())).size;
    return refuse({ kind: 'severalTasks', count });
  }
  return readMentions(plain, first, mentions.slice(0, MAX_MENTIONS));
}

/** Parses a Workspace SID and a Task SID. */
export function parsePair(workspaceSid: string, taskSid: string): ReferenceResult {
  if (parseSid(workspaceSid, 'WT').valid && parseSid(taskSid, 'WS').valid) {
    return refuse({ kind: 'swapped', workspaceSid: taskSid, taskSid: workspaceSid });
  }
  const workspace = parseSid(workspaceSid, 'WS');
  if (!workspace.valid) return refuse({ kind: 'workspaceSid', fault: workspace.fault });
  const task = parseTaskSid(taskSid);
  return task.valid ? accept({ taskSid, workspaceSid }) : task;
}

/** Combines what the text states around each mention of a Task SID. */
function readMentions(
  text: string,
  { text: taskSid, offset }: SidMatch,
  mentions: readonly SidMatch[],
): ReferenceResult {
  const addresses = mentions.map((mention) =>
    addressAround(text, mention.offset, mention.text.length),
  );
  const workspaces = addresses.map(({ before }) => workspaceBefore(before));
  const stated = workspaces.find((workspace) => workspace?.valid === true);
  if (stated?.valid !== true) {
    const [, swappedTask, swappedWorkspace] = SWAPPED.exec(text) ?? [];
    if (swappedTask !== undefined && swappedWorkspace !== undefined) {
      const swapped = parsePair(swappedTask, swappedWorkspace);
      if (!swapped.valid && swapped.fault.kind === 'swapped') return swapped;
    }
    const malformed = workspaces.find((workspace) => workspace?.valid === false);
    if (malformed?.valid === false) {
      return refuse({ kind: 'workspaceSid', fault: malformed.fault });
    }
  }
  const nearby = stated === undefined ? nearestSid(text, offset, 'WS') : undefined;
  return accept({
    taskSid,
    ...(stated?.valid === true && { workspaceSid: stated.sid }),
    ...(nearby !== undefined && { nearbyWorkspaceSid: nearby }),
    ...hostOf(text, addresses.map(statedHost)),
  });
}

/** The first host that any of the URLs states, or else that of a copied HTTP request. */
function hostOf(text: string, hosts: readonly StatedHost[]): StatedHost {
  const stated = hosts.find(
    ({ apiOrigin, region }) => apiOrigin !== undefined || region !== undefined,
  );
  if (stated !== undefined) return stated;
  return BARE_PATH.test(text) ? statedHostNearby(text) : {};
}

function parseTaskSid(text: string): ReferenceResult {
  const task = parseSid(text, 'WT');
  return task.valid
    ? accept({ taskSid: task.sid })
    : refuse({ kind: 'taskSid', fault: task.fault });
}

/** In a longer text, only what is in a Task's place or nearly a Task SID is explained. */
function explainMissingTask(text: string, word: string): ReferenceFault {
  const [, inPath] = /\/workspaces\/[^/]*\/tasks\/([0-9a-z]*)/i.exec(text) ?? [];
  const [, inPair] = PAIR.exec(word) ?? [];
  const [near] = /(?<![0-9A-Za-z])WT[0-9A-Za-z]{28,36}(?![0-9A-Za-z])/.exec(text) ?? [];
  const result = parseTaskSid(inPath ?? inPair ?? near ?? '');
  return result.valid || (inPath ?? inPair ?? near) === undefined
    ? { kind: 'noTask' }
    : result.fault;
}

function accept(reference: ParsedTaskReference): ReferenceResult {
  return { valid: true, reference };
}

function refuse(fault: ReferenceFault): ReferenceResult {
  return { valid: false, fault };
}

/** Explains in one sentence why a text identifies no Task, and what to write instead. */
export function describeReferenceFault(fault: ReferenceFault): Message {
  switch (fault.kind) {
    case 'taskSid':
      return describeSidFault(fault.fault);
    case 'workspaceSid':
      return message('Workspace SID: {0}', describeSidFault(fault.fault));
    case 'swapped':
      return message('The two SIDs are swapped. Write {0}/{1}', fault.workspaceSid, fault.taskSid);
    case 'severalTasks':
      return message('This text has {0} Task SIDs. Enter one of them', fault.count);
    case 'noTask':
      return message('No Task SID found. A Task SID is WT and 32 hex digits');
  }
}

/** Stands for an unknown Workspace, which is then searched for. */
const UNKNOWN = '{WorkspaceSid}';

/**
 * The shortest text that {@link parseTaskReference} parses to the same reference: only the SIDs and the host. A
 * nearby Workspace SID is separated by a space, as it is not part of a path.
 */
export function referenceText(reference: ParsedTaskReference): string {
  const { taskSid, workspaceSid, nearbyWorkspaceSid, apiOrigin, region } = reference;
  const path = `/${workspaceSid ?? UNKNOWN}`;
  const nearby = nearbyWorkspaceSid === undefined ? '' : `${nearbyWorkspaceSid} `;
  if (apiOrigin !== undefined) {
    return `${nearby}${apiOrigin}/v1/Workspaces${path}/Tasks/${taskSid}`;
  }
  if (region !== undefined) {
    return `${nearby}https://console.twilio.com/${region}/taskrouter/workspaces${path}/tasks/${taskSid}`;
  }
  return workspaceSid === undefined ? `${nearby}${taskSid}` : `${workspaceSid}/${taskSid}`;
}

/** A Workspace SID near a Task SID, which is probably that of the Task. */
export interface NearbyWorkspace {
  readonly workspaceSid: string;
  readonly where: 'line' | 'document';
}

/** The nearest Workspace SID in the line of `offset`, or else in the whole text. */
export function nearbyWorkspace(text: string, offset: number): NearbyWorkspace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);

  const inLine = nearestSid(line, offset - lineStart, 'WS');
  if (inLine !== undefined) return { workspaceSid: inLine, where: 'line' };
  const inText = nearestSid(text, offset, 'WS');
  return inText === undefined ? undefined : { workspaceSid: inText, where: 'document' };
}

/** The SID with a prefix that is nearest to an offset. */
function nearestSid(text: string, offset: number, prefix: string): string | undefined {
  let best: string | undefined;
  let distance = Infinity;
  for (const found of findSids(text, prefix)) {
    const candidateDistance = Math.abs(found.offset - offset);
    if (candidateDistance < distance) {
      best = found.text;
      distance = candidateDistance;
    }
  }
  return best;
}

/** The segment after `/workspaces/`, and the rest of the same URL. */
const IN_PATH = /\/workspaces\/([^/?#,;|()]*)[/?#][^,;|()]*$/i;

/** `WS…/WT…`, with or without the name of the collection. */
const IN_PAIR = /(?:^|[^0-9A-Za-z])(WS[0-9A-Za-z]*)\/(?:tasks\/)?$/i;

/** A prefix with only hex digits or of about the right length, unlike a variable with the same letters. */
const MEANT_AS_SID = /^[A-Z]{2}(?:[0-9a-f]+|[0-9A-Za-z]{28,36})$/i;

/**
 * The Workspace in the URL of a Task, or its fault if it is malformed. Returns `undefined` for a variable or a
 * placeholder, as in `Workspaces/$WORKSPACE_SID/Tasks/`, where only the Task SID counts.
 *
 * @param before the URL up to the Task SID, in plain notation
 */
export function workspaceBefore(before: string): SidResult | undefined {
  const [, text] = IN_PATH.exec(before) ?? IN_PAIR.exec(before) ?? [];
  if (text === undefined || !MEANT_AS_SID.test(text)) return undefined;
  const workspace = parseSid(text, 'WS');
  return !workspace.valid && workspace.fault.kind === 'placeholder' ? undefined : workspace;
}
