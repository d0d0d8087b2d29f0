import type { InspectedSid } from './inspectedSid.ts';

/** Whether another kind of SID belongs where this one stands. A placeholder is no error. */
export function isMisplaced({ kind, prefix, place }: InspectedSid): boolean {
  return kind !== 'placeholder' && place !== undefined && !place.expected.includes(prefix);
}
