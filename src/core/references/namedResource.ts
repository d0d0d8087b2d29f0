import type { StatedHost } from './statedHost.ts';

/** A resource other than a Task as a text names it; every SID is well formed. */
export interface NamedResource extends StatedHost {
  readonly sid: string;
  /** Absent where the text does not say it. */
  readonly workspaceSid?: string;
  /** The Task that a reservation belongs to. */
  readonly taskSid?: string;
  /** The Workspace SID that only stands nearby: likely, but not said to be its own. */
  readonly nearbyWorkspaceSid?: string;
}
