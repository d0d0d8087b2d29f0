import type { AttributeChangeView } from '../history/attributeChange.ts';
import type { TimelineKind } from '../history/taskEvent.ts';
import type { ViewText } from '../messages/viewText.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import type { Moment } from '../resources/timestamp.ts';
import type { ResourceLink } from './resourceLink.ts';

/** What happened to a Task, oldest first, each event and each fact of a reservation once. */
export interface TimelineView<T = ViewText> {
  readonly rows: readonly TimelineRow<T>[];
}

export type TimelineRow<T = ViewText> = TimelineEntry<T> | TimelineGap<T>;

export interface TimelineEntry<T = ViewText> {
  readonly row: 'entry';
  /** Stays the same when the timeline is read again, and is that of no other row. */
  readonly id: string;
  readonly kind: TimelineKind;
  /** Absent if it has no date that can be read: such entries stand last. */
  readonly moment?: Moment;
  /** What happened: "Offered to Grace Okafor". */
  readonly words: T;
  /** What else is known of it, one line each, such as who did it and why. */
  readonly notes: readonly T[];
  /** What of the attributes it changed. */
  readonly change?: AttributeChangeView<T>;
  /** What it is about, each SID once: Worker, reservation, Task Queue, Workflow. */
  readonly links: readonly ResourceLink[];
  /** `event_type` as it came; absent for what only the dates of a reservation tell. */
  readonly type?: string;
  /** The event's own document. */
  readonly opens?: ResourceReference;
}

/** A span of time. It stands behind the entries at its beginning; others can lie within. */
export interface TimelineGap<T = ViewText> {
  readonly row: 'gap';
  /** As that of an entry. */
  readonly id: string;
  /** In a queue with nobody asked; offered and not answered; accepted and not ended; wrap-up. */
  readonly kind: 'waiting' | 'offered' | 'talk' | 'wrapUp';
  /** In ms since the epoch. */
  readonly from: number;
  /** In ms since the epoch; absent while it lasts. */
  readonly to?: number;
  /** Its length so far, at least one second. */
  readonly seconds: number;
  /** "Waited for 9 min 12 s". */
  readonly words: T;
}
