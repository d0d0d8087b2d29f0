import type { Certificate } from '../server/makeCertificate.ts';

/** Where a profile reads from while something is wrong on the way there. */
export interface FaultPlace {
  readonly url: string;
  /** How many requests got through. */
  readonly requests: number;
  /** How many connections are open that are not idle. */
  readonly sockets: number;
  /** Through which every connection goes, where it is one that the environment need not know of. */
  readonly proxy?: string;
  close(): Promise<void>;
}

/** @param authority which the client trusts */
export type OpenFaultPlace = (authority: Certificate) => Promise<FaultPlace>;
