import type { SidKinds } from '../../core/page/sidKinds.ts';
import type { ResourceReference } from '../../core/resources/resourceReference.ts';
import type { Timestamp } from '../../core/resources/timestamp.ts';
import type { PageStrings } from '../pageStrings.ts';
import type { PageCommand, PagePart } from '../protocol.ts';
import { element } from './element.ts';

/** What the sections of a page need to render and to handle clicks. */
export interface PageContext {
  readonly strings: PageStrings;
  readonly times: TimeFormatter;
  readonly sidKinds: SidKinds;
  readonly run: (command: PageCommand) => void;
  readonly open: (resource: ResourceReference) => void;
  readonly browse: (at: number) => void;
  /** Whether the user opened a collapsible part, by its name. */
  readonly isOpen: (name: string) => boolean;
  readonly setOpen: (name: string, open: boolean) => void;
  readonly copy: (part: PagePart, at: string, what: 'value' | 'path') => void;
}

/** Formats times for the user's locale and time zone. */
export class TimeFormatter {
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  /** @param locale BCP 47 */
  constructor(locale: string) {
    const time = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
    this.#time = new Intl.DateTimeFormat(locale, time);
    this.#day = new Intl.DateTimeFormat(locale, { ...time, month: 'short', day: 'numeric' });
  }

  /**
   * Includes the day unless it is today.
   *
   * @param at in ms since the epoch
   */
  format(at: number): string {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    return (isToday ? this.#time : this.#day).format(at);
  }

  /** A time element, with the exact time as its tooltip. */
  element({ at, precision }: Timestamp): HTMLElement {
    const exact = new Date(at).toISOString();
    const title = precision === 's' ? exact.replace(/\.\d+/, '') : exact;
    return element('time', { attributes: { datetime: exact, title } }, this.format(at));
  }
}
