import { parseSid, type SidResult } from '../sids/sid.ts';

/** Behind a Workspace's collection in a path, up to what else there is of the same address. */
const IN_PATH = /\/workspaces\/([^/?#,;|()]*)[/?#][^,;|()]*$/i;

/** `WS…/WT…`, with or without the name of the collection. */
const IN_PAIR = /(?:^|[^0-9A-Za-z])(WS[0-9A-Za-z]*)\/(?:tasks\/)?$/i;

/** A variable can begin with the same letters; what is meant as a SID has hex digits, or as many. */
const MEANT_AS_SID = /^[A-Z]{2}(?:[0-9a-f]+|[0-9A-Za-z]{28,36})$/i;

/**
 * The Workspace of an address that leads to a Task's SID; a fault if one was meant that is none. Nothing
 * for a variable or a placeholder, as in `Workspaces/$WORKSPACE_SID/Tasks/`: the Task alone counts.
 *
 * @param before the address up to that SID, in plain notation
 */
export function workspaceBefore(before: string): SidResult | undefined {
  const [, text] = IN_PATH.exec(before) ?? IN_PAIR.exec(before) ?? [];
  if (text === undefined || !MEANT_AS_SID.test(text)) return undefined;
  const workspace = parseSid(text, 'WS');
  return !workspace.valid && workspace.fault.kind === 'placeholder' ? undefined : workspace;
}
