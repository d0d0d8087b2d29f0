import { sidIn } from '../sampleSid.ts';
import type { SampleWorkspace } from './sampleWorkspace.ts';

/** The Activities and Task Channels of every new Workspace, and a break. */
export const commonSetUp = {
  activities: [
    { name: 'Offline', available: false },
    { name: 'Available', available: true },
    { name: 'Unavailable', available: false },
    { name: 'Break', available: false },
  ],
  timeoutActivity: 'Offline',
  channels: [
    { uniqueName: 'default', name: 'Default', capacity: 1 },
    { uniqueName: 'voice', name: 'Voice', capacity: 1 },
    { uniqueName: 'chat', name: 'Programmable Chat', capacity: 3 },
    { uniqueName: 'sms', name: 'SMS', capacity: 3 },
  ],
} as const satisfies Partial<SampleWorkspace>;

export interface WorkflowFilter {
  readonly name: string;
  readonly expression: string;
  readonly targets: readonly {
    readonly queue: string;
    /** Seconds until the next target. */
    readonly timeout?: number;
    readonly priority?: number;
    readonly expression?: string;
    readonly skip_if?: string;
    readonly order_by?: string;
    readonly known_worker_sid?: string;
  }[];
}

/** The configuration of a Workflow as indented JSON, as written by hand. */
export function workflowConfiguration(
  workspace: { readonly name: string },
  filters: readonly WorkflowFilter[],
  defaultQueue: string,
): string {
  const queueSid = (name: string) => sidIn(workspace, 'WQ', name);
  const configuration = {
    task_routing: {
      filters: filters.map(({ name, expression, targets }) => ({
        filter_friendly_name: name,
        expression,
        targets: targets.map(({ queue, ...rest }) => ({ queue: queueSid(queue), ...rest })),
      })),
      default_filter: { queue: queueSid(defaultQueue) },
    },
  };
  return JSON.stringify(configuration, undefined, 2);
}
