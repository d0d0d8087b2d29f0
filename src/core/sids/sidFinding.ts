import type { SidFault } from './sidFault.ts';

/** Something in a text that is, or was meant to be, a SID. */
export interface SidFinding {
  /**
   * `sid`: a prefix that Twilio uses and 32 hex digits. `placeholder`: such a prefix and nothing but
   * `X`. `malformed`: nearly a SID.
   */
  readonly kind: 'sid' | 'placeholder' | 'malformed';
  /**
   * As it stands there: letters and digits of ASCII, at most 64 of them, and what is not seen between
   * them; anything at all where it is said to be no SID.
   */
  readonly text: string;
  /** Index of its first letter, in UTF-16 code units. */
  readonly offset: number;
  /** Its first two letters, in capitals; empty for what is no SID. */
  readonly prefix: string;
  /** From the left; empty unless it is malformed. */
  readonly faults: readonly SidFault[];
}
