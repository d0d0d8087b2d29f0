import type { SidPlace } from './places/sidPlace.ts';
import type { SidFinding } from './sidFinding.ts';

/** A finding, with what its surroundings say about it. */
export interface InspectedSid extends SidFinding {
  /** Absent where the text does not say what belongs there. */
  readonly place?: SidPlace;
}
