import type { TaskFilter } from '../taskrouter/resourceList.ts';

/** A filter with what people call the things in it. */
export interface NamedFilter extends TaskFilter {
  readonly taskQueueName?: string;
  readonly workflowName?: string;
}
