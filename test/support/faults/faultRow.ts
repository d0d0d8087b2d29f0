import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import type { OpenFaultPlace } from './faultPlace.ts';
import type { Respond } from './faultServer.ts';

/** What a user reads. */
export interface Told {
  readonly kind: Failure['kind'];
  /** With `{host}`, `{seconds}`, `{code}` of the system and `{duration}` for what is not the same each time. */
  readonly sentence: string;
}

/** Something that goes wrong, and what has to come of it. */
export interface FaultRow {
  readonly name: string;
  /** What the server does, or where there is none. */
  readonly fault: Respond | { readonly place: OpenFaultPlace };
  /** Nothing where the answer is as good as any. */
  readonly told: Told | undefined;
  /** How many must reach the server in all: 4 where it is asked again as often as that is allowed. */
  readonly requests: number;
  /** Of the profile that reads. */
  readonly region?: string;
  /** Where it can be tried, if not everywhere. */
  readonly only?: 'client' | 'editor';
}
