import type { SidKinds } from '../../core/page/sidKinds.ts';
import type { ResourceReference } from '../../core/resources/resourceReference.ts';
import type { Timestamp } from '../../core/resources/timestamp.ts';
import type { PageStrings } from '../pageStrings.ts';
import type { PageCommand, PagePart } from '../protocol.ts';
import { element } from './element.ts';

/** What the parts of a page need to be drawn, and to be of use. */
export interface PageContext {
  readonly strings: PageStrings;
  readonly times: TimeFormatter;
  readonly sidKinds: SidKinds;
  readonly run: (command: PageCommand) => void;
  readonly open: (resource: ResourceReference) => void;
  readonly browse: (at: number) => void;
  /** Whether the user opened what is closed at first, by its name. */
  readonly isOpen: (name: string) => boolean;
  readonly setOpen: (name: string, open: boolean) => void;
  readonly copy: (part: PagePart, at: string, what: 'value' | 'path') => void;
}

/** Writes times as the reader does, on the reader's clock. */
export class TimeFormatter {
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  /** @param locale BCP 47 */
  constructor(locale: string) {
    const time = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
    this.#time = new Intl.DateTimeFormat(locale, time);
    this.#day = new Intl.DateTimeFormat(locale, { ...time, month: 'short', day: 'numeric' });
  }

  /** @param at in ms since the epoch; with its day unless that is today */
  format(at: number): string {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    return (isToday ? this.#time : this.#day).format(at);
  }

  /** A time with the exact one as its tooltip. */
  element({ at, precision }: Timestamp): HTMLElement {
    const exact = new Date(at).toISOString();
    const title = precision === 's' ? exact.replace(/\.\d+/, '') : exact;
    return element('time', { attributes: { datetime: exact, title } }, this.format(at));
  }
}
