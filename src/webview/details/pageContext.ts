import type { SidKinds } from '../../core/page/sidKinds.ts';
import type { ResourceReference } from '../../core/resources/resourceReference.ts';
import type { PageStrings } from '../pageStrings.ts';
import type { PageCommand, PagePart } from '../protocol.ts';
import type { PageClock } from './pageClock.ts';

/** What the sections of a page need to render and to handle clicks. */
export interface PageContext {
  readonly strings: PageStrings;
  readonly clock: PageClock;
  readonly sidKinds: SidKinds;
  readonly run: (command: PageCommand) => void;
  readonly open: (resource: ResourceReference) => void;
  readonly browse: (at: number) => void;
  /** Whether the user opened a collapsible part, by its name. */
  readonly isOpen: (name: string) => boolean;
  readonly setOpen: (name: string, open: boolean) => void;
  readonly copy: (part: PagePart, at: string, what: 'value' | 'path') => void;
}
