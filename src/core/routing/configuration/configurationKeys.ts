/** Where in a configuration a key stands. */
export type ConfigurationLevel = 'root' | 'routing' | 'filter' | 'target' | 'defaultFilter';

/** What belongs under a key. */
export type ConfigurationValueKind =
  | 'routing'
  | 'filters'
  | 'targets'
  | 'defaultFilter'
  | 'name'
  | 'queue'
  | 'count'
  | 'filterExpression'
  | 'targetExpression'
  | 'skipIf'
  | 'orderBy'
  | 'knownWorker';

/**
 * The keys of a Workflow's configuration, by where they stand.
 *
 * @see https://www.twilio.com/docs/taskrouter/workflow-configuration
 */
export const configurationKeys: Readonly<
  Record<ConfigurationLevel, Readonly<Record<string, ConfigurationValueKind>>>
> = {
  root: { task_routing: 'routing' },
  routing: { filters: 'filters', default_filter: 'defaultFilter' },
  filter: {
    filter_friendly_name: 'name',
    // As Twilio's own libraries for Python, PHP and others write it.
    friendly_name: 'name',
    expression: 'filterExpression',
    targets: 'targets',
  },
  target: {
    queue: 'queue',
    expression: 'targetExpression',
    priority: 'count',
    timeout: 'count',
    skip_if: 'skipIf',
    order_by: 'orderBy',
    known_worker_sid: 'knownWorker',
    known_worker_friendly_name: 'knownWorker',
  },
  defaultFilter: { queue: 'queue' },
};
