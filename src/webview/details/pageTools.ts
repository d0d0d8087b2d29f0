import type { ResourceReference } from '../../core/tasks/resourceReference.ts';
import type { PageCommand, PagePart } from '../protocol.ts';
import type { PageWords } from '../pageWords.ts';
import type { Times } from './times.ts';

/** What the parts of a page need to be drawn, and to be of use. */
export interface PageTools {
  readonly words: PageWords;
  readonly times: Times;
  readonly run: (command: PageCommand) => void;
  readonly open: (resource: ResourceReference) => void;
  readonly browse: (at: number) => void;
  readonly copy: (part: PagePart, at: string, what: 'value' | 'path') => void;
}
