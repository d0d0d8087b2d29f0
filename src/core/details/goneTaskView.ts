import type { ViewText } from '../messages/viewText.ts';
import type { Moment } from '../resources/timestamp.ts';
import type { EmbeddedView } from './embeddedView.ts';
import type { FactView } from './factView.ts';
import type { LifeView } from './lifeView.ts';
import type { ResourceLink } from './resourceLink.ts';
import type { TimelineView } from './timelineView.ts';

/** What the page shows of a Task that is not there any more: what its events tell. */
export interface GoneTaskView<T = ViewText> {
  readonly taskSid: string;
  readonly workspace: ResourceLink;
  /** What people call the profile. */
  readonly profile: string;
  /** "Completed at 14:07, deleted since". */
  readonly headline: T;
  /** More about it, such as the reason, or why there are no events. */
  readonly sentences: readonly T[];
  /** The last known status, as it came. */
  readonly status?: string;
  readonly statusLabel: T;
  /** When it was completed or canceled. */
  readonly ended?: Moment;
  readonly life: LifeView<T>;
  readonly facts: readonly FactView<T>[];
  /** The last known ones; absent if no event has any. */
  readonly attributes?: EmbeddedView<T>;
  /** As the attributes, and absent also if there are none. */
  readonly addons?: EmbeddedView<T>;
  /** No rows if there are no events. */
  readonly timeline: TimelineView<T>;
}
