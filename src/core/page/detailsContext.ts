import type { Localize } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import type { Profile } from '../profiles/profile.ts';
import type { TaskReference } from '../resources/resourceReference.ts';

/** What the page of a Task depends on besides what was answered. */
export interface DetailsContext {
  readonly task: TaskReference;
  /** Empty if it is not known. */
  readonly workspaceName: string;
  readonly profile: Pick<Profile, 'name' | 'apiBaseUrl'>;
  readonly present: Presenter;
  /** By the server's clock, in ms since the epoch. */
  readonly now: number;
  readonly localize: Localize;
}
