import type { TaskFilter } from './taskFilter.ts';

/** Which list of a Workspace; `kind` is its name in the API's paths. Every SID is well formed. */
export type ResourceList =
  /** Newest first. */
  | {
      readonly kind: 'Tasks';
      readonly workspaceSid: string;
      readonly filter: TaskFilter;
    }
  | {
      readonly kind: 'TaskQueues' | 'Workflows' | 'Workers' | 'TaskChannels' | 'Activities';
      readonly workspaceSid: string;
    }
  | {
      readonly kind: 'Reservations';
      readonly workspaceSid: string;
      readonly taskSid: string;
    }
  | {
      readonly kind: 'Events';
      readonly workspaceSid: string;
      /** The Task that they are about, which may be gone. */
      readonly taskSid: string;
      /** ISO 8601. Without it the API answers with the last 15 minutes only; it keeps 30 days. */
      readonly startDate: string;
    };
