import type { Message } from '../messages/message.ts';

/** Something wrong with a SID in a text, for a list of problems. Offsets are in UTF-16 code units. */
export interface SidProblem {
  readonly offset: number;
  readonly length: number;
  readonly code: 'malformed-sid' | 'misplaced-sid';
  readonly message: Message;
  /** The change that certainly mends it, if there is one. */
  readonly fix?: SidFix;
}

export interface SidFix {
  readonly title: Message;
  readonly edits: readonly {
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
}
