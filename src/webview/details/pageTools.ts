import type { SidKinds } from '../../core/page/sidKinds.ts';
import type { ResourceReference } from '../../core/resources/resourceReference.ts';
import type { PageWords } from '../pageWords.ts';
import type { PageCommand, PagePart } from '../protocol.ts';
import type { Times } from './times.ts';

/** What the parts of a page need to be drawn, and to be of use. */
export interface PageTools {
  readonly words: PageWords;
  readonly times: Times;
  readonly sidKinds: SidKinds;
  readonly run: (command: PageCommand) => void;
  readonly open: (resource: ResourceReference) => void;
  readonly browse: (at: number) => void;
  /** Whether the user opened what is closed at first, by its name. */
  readonly isOpen: (name: string) => boolean;
  readonly setOpen: (name: string, open: boolean) => void;
  readonly copy: (part: PagePart, at: string, what: 'value' | 'path') => void;
}
