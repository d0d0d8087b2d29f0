import { describeDuration } from '../../core/messages/duration.ts';
import { formatMessage, plainEnglish } from '../../core/messages/message.ts';
import type { GrowingText, TimedText } from '../../core/page/liveText.ts';
import type { Timestamp } from '../../core/resources/timestamp.ts';
import type { PageView } from '../protocol.ts';
import { element } from './element.ts';
import { fillIn } from './fillIn.ts';

/** What the clock takes from a page. */
type ClockPage = Pick<PageView, 'content' | 'deleted' | 'locale' | 'now' | 'strings'>;

/**
 * The one clock of a page. Times are relative, or exact if the user prefers that, and all count on from the
 * server's time, so that no two of them disagree.
 */
export class PageClock {
  #page: ClockPage;
  /** How many milliseconds the server is ahead of this browser. */
  #ahead = 0;
  #time = new Intl.DateTimeFormat();
  #day = new Intl.DateTimeFormat();
  #full = new Intl.DateTimeFormat();
  /** Whether times are exact instead of relative. */
  exact: boolean;

  constructor(page: ClockPage, exact: boolean) {
    this.#page = page;
    this.exact = exact;
    this.set(page);
  }

  set(page: ClockPage): void {
    this.#page = page;
    this.#ahead = page.now - Date.now();
    const time = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
    const day = { month: 'short', day: 'numeric' } as const;
    this.#time = new Intl.DateTimeFormat(page.locale, time);
    this.#day = new Intl.DateTimeFormat(page.locale, { ...time, ...day });
    const zone = { year: 'numeric', timeZoneName: 'short' } as const;
    this.#full = new Intl.DateTimeFormat(page.locale, { ...time, ...day, ...zone });
  }

  /** The time zone of this browser, such as `GMT+1`. */
  get zone(): string {
    const parts = this.#full.formatToParts(this.#now);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }

  /** A time that is kept up to date, with the exact one as its tooltip. */
  element({ at, precision }: Timestamp): HTMLElement {
    const exact = new Date(at).toISOString();
    const written = precision === 's' ? exact.replace(/\.\d+/, '') : exact;
    const title = `${this.#full.format(at)} · ${written}`;
    return element('time', { attributes: { datetime: exact, title } }, this.#format(at));
  }

  /**
   * A text with a time. In a live region a time that counts would be read out every second, so that screen
   * readers get the exact one.
   */
  timed({ text, at }: TimedText, isLive = false): readonly (Node | string)[] {
    if (at === undefined) return [text];
    const time = this.element({ at, precision: 's' });
    if (!isLive) return fillIn(text, time);
    time.setAttribute('aria-hidden', 'true');
    const spoken = element('span', { class: 'spoken' }, this.#exactTime(at));
    return fillIn(text, time).flatMap((part) => (part === time ? [time, spoken] : [part]));
  }

  /** Until a time by the server's clock, in whole seconds; negative once it is over. */
  secondsUntil(at: number): number {
    return Math.ceil((at - this.#now) / 1000);
  }

  /** A duration in the user's language. */
  describe(seconds: number): string {
    const { durations } = this.#page.strings;
    return formatMessage(describeDuration(seconds), (text, ...args) =>
      plainEnglish(durations[text] ?? text, ...args),
    );
  }

  /** A text with a duration that grows, with the time at which it began as its tooltip. */
  growing({ text, since }: GrowingText): HTMLElement {
    const title = this.#full.format(since);
    const attributes = { 'data-since': String(since), 'data-text': text, title };
    return element('span', { attributes }, text.replace('{0}', this.#grown(since)));
  }

  /** A meter of a duration that grows towards a limit in seconds. */
  meter(
    ratio: number,
    label: string,
    growing?: { readonly since: number; readonly limit: number },
  ) {
    return element('meter', {
      attributes: {
        ...{ min: '0', max: '1', value: String(ratio), 'aria-label': label },
        'data-since': growing && String(growing.since),
        'data-limit': growing && String(growing.limit),
      },
    });
  }

  /** Brings all times up to date. */
  update(root: ParentNode): void {
    for (const node of root.querySelectorAll<HTMLElement>('time, [data-since]')) {
      const { since = '', text, limit } = node.dataset;
      if (limit !== undefined) {
        const ratio = this.#grownSeconds(Number(since)) / Number(limit);
        node.setAttribute('value', String(Math.min(1, ratio)));
      } else {
        const shown =
          text === undefined
            ? this.#format(Date.parse(node.getAttribute('datetime') ?? ''))
            : text.replace('{0}', this.#grown(Number(since)));
        if (node.textContent !== shown) node.textContent = shown;
      }
    }
  }

  get #now(): number {
    return Date.now() + this.#ahead;
  }

  #format(at: number): string {
    const { strings } = this.#page;
    const seconds = this.#secondsSince(at);
    // A time within the next second is no sign that the clocks disagree.
    if (this.exact || seconds < -1) return this.#exactTime(at);
    return seconds < 1 ? strings.justNow : strings.ago.replace('{0}', this.#duration(at));
  }

  /** Most times are in whole seconds: with milliseconds, two of the same second would differ by one. */
  #secondsSince(at: number): number {
    return Math.floor(this.#now / 1000) - Math.floor(at / 1000);
  }

  /** Includes the day unless it is today. */
  #exactTime(at: number): string {
    const isToday = new Date(at).toDateString() === new Date(this.#now).toDateString();
    return (isToday ? this.#time : this.#day).format(at);
  }

  #duration(since: number): string {
    return this.describe(this.#secondsSince(since));
  }

  #grown(since: number): string {
    return this.describe(this.#grownSeconds(since));
  }

  /** What is known of a deleted Task has not grown since it was last fetched. */
  #grownSeconds(since: number): number {
    const { content, deleted } = this.#page;
    if (!deleted || content.kind !== 'task') return this.#secondsSince(since);
    return Math.floor(content.view.header.fetchedAt / 1000) - Math.floor(since / 1000);
  }
}
