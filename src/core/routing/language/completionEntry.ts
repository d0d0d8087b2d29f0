import type { Message } from '../../messages/message.ts';
import type { Span } from '../expression/syntax/span.ts';
import type { Explanation } from './explanation.ts';

/** Something that completion offers. */
export interface CompletionEntry {
  readonly kind: 'keyword' | 'constant' | 'field' | 'attribute' | 'queue' | 'key';
  readonly label: string;
  /** Beside the label: a type, or where it is known from. */
  readonly detail?: string | Message;
  readonly insert: string;
  /** Whether `insert` is a snippet of VS Code. */
  readonly isSnippet?: true;
  readonly explanation?: Explanation;
  /** What it takes the place of, in the text that was asked about. */
  readonly replaced: Span;
}
