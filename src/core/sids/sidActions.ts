import { fetchText } from '../references/fetchText.ts';
import type { SidAction } from './sidAction.ts';
import type { SidFinding } from './sidFinding.ts';

/**
 * What can be done with a SID; nothing with what is none.
 *
 * @param line that it stands in, `found.offset` being its place there
 * @param profile of the document that it stands in, if that is one of a profile
 */
export function sidActions(
  { kind, prefix, text, offset }: SidFinding,
  line: string,
  profile: string | undefined,
): readonly SidAction[] {
  if (kind !== 'sid') return [];
  const reference = prefix === 'WT' ? fetchText(line, offset, text) : undefined;
  return [
    ...(reference === undefined
      ? []
      : [{ kind: 'fetch', argument: bind(reference, profile) } as const]),
    { kind: 'copy', sid: text },
  ];
}

function bind(reference: string, profile: string | undefined) {
  return profile === undefined ? reference : { taskSid: reference, profile };
}
