import { findSidsInContext, type SidMatchInContext } from '../context/sidsInContext.ts';
import { findTaskDocumentSids } from '../context/taskFields.ts';

/** A SID that is malformed, or of another kind than belongs there. */
export interface WrongSid {
  readonly found: SidMatchInContext;
  /** The one that stands in its place, if it stands in that one's. */
  readonly swapped?: SidMatchInContext;
}

/**
 * The SIDs of a text that are wrong, from the left.
 *
 * @param isTaskDocument whether it is the document of a Task, whose fields are held against its schema
 */
export function findWrongSids(text: string, isTaskDocument: boolean): readonly WrongSid[] {
  const all = [...(isTaskDocument ? findTaskDocumentSids(text) : findSidsInContext(text))];
  const pairs = swappedSids(all);
  return all
    .filter((found) => (found.faults.length > 0 && hasFault(found)) || isMisplaced(found))
    .map((found) => {
      const swapped = pairs.get(found);
      return swapped === undefined ? { found } : { found, swapped };
    });
}

/** Twilio publishes no list of prefixes: one that is unknown is wrong only where it is misplaced. */
function hasFault({ faults }: SidMatchInContext): boolean {
  return faults.some(({ kind }) => kind !== 'unknownPrefix');
}

/** Whether another kind of SID belongs where this one stands. A placeholder is no error. */
export function isMisplaced({ kind, prefix, context }: SidMatchInContext): boolean {
  return kind !== 'placeholder' && context !== undefined && !context.expected.includes(prefix);
}

/** Between two SIDs of one chain of calls stands not much more than a name: a broken line, if at all. */
const MAX_CHARS_BETWEEN = 64;

/**
 * The pairs that stand in each other's place in one path or chain of calls, as in
 * `/Workspaces/WT…/Tasks/WS…`: to swap them is certainly right.
 *
 * @param found in the order of the text
 * @returns for each of a pair the other one
 */
export function swappedSids(
  found: readonly SidMatchInContext[],
): ReadonlyMap<SidMatchInContext, SidMatchInContext> {
  const pairs = new Map<SidMatchInContext, SidMatchInContext>();
  for (const [index, second] of found.entries()) {
    const first = found[index - 1];
    if (first === undefined || pairs.has(first) || !areSwapped(first, second)) continue;
    pairs.set(first, second).set(second, first);
  }
  return pairs;
}

function areSwapped(first: SidMatchInContext, second: SidMatchInContext): boolean {
  return (
    [first, second].every((one) => one.kind === 'sid' && isMisplaced(one)) &&
    areTogether(first, second) &&
    first.context?.expected.includes(second.prefix) === true &&
    second.context?.expected.includes(first.prefix) === true
  );
}

function areTogether(first: SidMatchInContext, { context, offset }: SidMatchInContext): boolean {
  if (context === undefined || first.context?.kind !== context.kind) return false;
  const between = offset - first.offset - first.text.length;
  switch (context.kind) {
    case 'path':
      // Two paths can stand side by side.
      // As long as `/Tasks/`; JSON may escape a slash.
      return [2, 4].includes(between - context.name.length);
    case 'call':
      return between <= MAX_CHARS_BETWEEN;
    case 'key':
    case 'field':
      return false;
  }
}
