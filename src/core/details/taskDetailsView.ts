import type { JsonMember } from '../json/jsonValue.ts';
import type { ViewText } from '../messages/viewText.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import type { EmbeddedView } from './embeddedView.ts';
import type { FactView } from './factView.ts';
import type { LifeView } from './lifeView.ts';
import type { ResourceLink } from './resourceLink.ts';

/** What the page shows of a Task that was fetched. JSON, so that it can be posted. */
export interface TaskDetailsView<T = ViewText> {
  readonly header: DetailsHeader<T>;
  /** As far as the Task alone tells it. */
  readonly life: LifeView<T>;
  readonly facts: readonly FactView<T>[];
  /** Absent if the field is null or missing. */
  readonly attributes?: EmbeddedView<T>;
  /** Absent also if there are none. */
  readonly addons?: EmbeddedView<T>;
  /** What is shown nowhere else, in its order; of keys that stand twice, both. */
  readonly otherFields: readonly JsonMember[];
  readonly links: readonly ApiLink[];
}

interface DetailsHeader<T = ViewText> {
  readonly taskSid: string;
  readonly workspace: ResourceLink;
  /** What people call the profile. */
  readonly profile: string;
  /** As it came; absent if null or missing. */
  readonly status?: string;
  readonly statusLabel: T;
  /** In ms since the epoch. */
  readonly fetchedAt: number;
}

/** An address in an answer. */
export interface ApiLink {
  /** `url`, or the key in `links`. */
  readonly name: string;
  readonly url: string;
  /** Whether it is an address of the web that a browser opens as it is written. */
  readonly isWeb: boolean;
  /** Its document; absent where it leads to none, or to another host. */
  readonly opens?: ResourceReference;
}
