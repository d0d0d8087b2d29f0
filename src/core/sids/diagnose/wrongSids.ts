import { findSidsInContext, type SidMatchInContext } from '../context/sidsInContext.ts';
import { findTaskDocumentSids } from '../context/taskFields.ts';

/** A SID that is malformed, or not of the kind that its context expects. */
export interface WrongSid {
  readonly found: SidMatchInContext;
  /** The SID that it is swapped with, if it is. */
  readonly swapped?: SidMatchInContext;
}

/**
 * Finds the wrong SIDs in a text, from left to right.
 *
 * @param isTaskDocument whether the text is a Task's document, whose fields are checked by its schema
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

/** Twilio publishes no complete list of prefixes: an unknown one is wrong only if others are expected. */
function hasFault({ faults }: SidMatchInContext): boolean {
  return faults.some(({ kind }) => kind !== 'unknownPrefix');
}

/** Whether the context expects another kind of SID. A placeholder is not an error. */
export function isMisplaced({ kind, prefix, context }: SidMatchInContext): boolean {
  return kind !== 'placeholder' && context !== undefined && !context.expected.includes(prefix);
}

/** Between two SIDs of one call chain there are only a method name and perhaps a line break. */
const MAX_CHARS_BETWEEN = 64;

/**
 * Finds pairs that are in each other's place in one path or call chain, as in `/Workspaces/WT…/Tasks/WS…`,
 * where swapping them is certainly right.
 *
 * @param found in the order of the text
 * @returns maps each SID of a pair to the other one
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
      // The SIDs belong to the same path if only `/Tasks/` or, with slashes escaped as in JSON,
      // `\/Tasks\/` is between them.
      return [2, 4].includes(between - context.name.length);
    case 'call':
      return between <= MAX_CHARS_BETWEEN;
    case 'key':
    case 'field':
      return false;
  }
}
