import { SID_DIGITS, sidPattern } from '../resources/sidPattern.ts';
import { findSids } from '../sids/scan/scanSids.ts';
import type { SidFinding } from '../sids/scan/sidCandidate.ts';
import { isSameSid, parseSid } from '../sids/sid.ts';
import type { ParseFault } from '../sids/sidFault.ts';
import { nearestSid } from './guessWorkspace.ts';
import { plainNotation, plainSid } from './plainNotation.ts';
import { addressAround, statedHost, statedHostNearby, type StatedHost } from './statedHost.ts';
import { workspaceBefore } from './workspaceBefore.ts';

/** What a text says about which Task is meant; its SIDs are well formed. */
export interface ParsedTaskReference extends StatedHost {
  readonly taskSid: string;
  /** Absent where the text does not say it. */
  readonly workspaceSid?: string;
  /** The nearest Workspace SID of the same text: likely, but not said to be its own. */
  readonly nearbyWorkspaceSid?: string;
}

export type ReferenceFault =
  | { readonly kind: 'taskSid'; readonly fault: ParseFault }
  | { readonly kind: 'workspaceSid'; readonly fault: ParseFault }
  /** A Workspace SID where the Task's belongs and the other way round. */
  | { readonly kind: 'swapped'; readonly workspaceSid: string; readonly taskSid: string }
  | { readonly kind: 'severalTasks'; readonly count: number }
  | { readonly kind: 'noTask' };

export type ReferenceResult =
  | { readonly valid: true; readonly reference: ParsedTaskReference }
  | { readonly valid: false; readonly fault: ReferenceFault };

/** Where one Task is named more often, the first of them say enough. */
const MAX_MENTIONS = 20;

/** A path of the API that says no host: the request around it may. */
const BARE_PATH = /\/v\d+\/workspaces\//i;

const SWAPPED = new RegExp(
  String.raw`(?:/workspaces/|(?<![0-9A-Za-z]))(WT\w{${SID_DIGITS}})/(?:tasks/)?(WS\w{${SID_DIGITS}})(?!\w)`,
  'i',
);

/** `WS…/…`, of which the second is to be a Task's. */
const PAIR = new RegExp(`^${sidPattern('WS')}/([0-9A-Za-z]+)$`, 'i');

/**
 * Reads what people have at hand when they mean a Task: any text that holds one good Task SID, such as
 * `WS…/WT…`, an address of the API or the Console, a webhook's body, code, a line of a log, a tab's
 * name. Only one plain word is judged as a SID. Never throws.
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

/** What the text around a Task SID says of it, wherever it is mentioned. */
function readMentions(
  text: string,
  { text: taskSid, offset }: SidFinding,
  mentions: readonly SidFinding[],
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

/** One that any of the addresses states counts for the Task. */
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

/** Among words, only what stands in a Task's place or nearly is a Task SID is worth a remark. */
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
