import { message } from '../../messages/message.ts';
import type { ConfigurationLevel } from '../configuration/configurationKeys.ts';
import { documented, type Explanation } from './explanation.ts';

type Explain = () => Explanation;

const knownWorker: Explain = () =>
  documented(
    'knownWorkers',
    message('Attribute of the Task that names one Worker, such as task.agent_sid.'),
    message('The Task stays in the target if that Worker is not in the TaskQueue (documented).'),
  );

/**
 * The keys of a Workflow's configuration.
 *
 * @see https://www.twilio.com/docs/taskrouter/workflow-configuration
 */
const explanations: Readonly<
  Record<ConfigurationLevel, Readonly<Partial<Record<string, Explain>>>>
> = {
  root: {
    task_routing: () => documented('configuration', message('The routing rules of the Workflow.')),
  },
  routing: {
    filters: () =>
      documented(
        'configuration',
        message('Tried in order. The first filter whose expression is true takes the Task.'),
      ),
    default_filter: () =>
      documented(
        'configuration',
        message('Takes the Tasks that no filter matches.'),
        message('A Task that times out in its last target does not come here (documented).'),
      ),
  },
  filter: {
    filter_friendly_name: () => documented('configuration', message('Name of the filter.')),
    friendly_name: () => ({
      ...documented(
        'configuration',
        message("Name of the filter, as Twilio's libraries write it."),
      ),
      evidence: 'production',
    }),
    expression: () =>
      documented(
        'expressions',
        message('Which Tasks the filter takes, by their attributes.'),
        message('The names of attributes stand without a prefix here (documented).'),
      ),
    targets: () =>
      documented(
        'configuration',
        message('Tried in order. A Task moves on if it times out or the target is skipped.'),
      ),
  },
  target: {
    queue: () =>
      documented(
        'configuration',
        message('SID of the TaskQueue. Without it, the target keeps the one before it.'),
      ),
    expression: () =>
      documented(
        'expressions',
        message('Which Workers of the TaskQueue can get the Task. Later targets do not keep it.'),
        message('Attributes begin with task. or worker. here (documented).'),
      ),
    priority: () =>
      documented(
        'configuration',
        message('Priority of the Task from this target on. Without it, the Task keeps its own.'),
      ),
    timeout: () =>
      documented(
        'configuration',
        message('Seconds until the Task moves on. Without it, the Task stays in this target.'),
      ),
    skip_if: () =>
      documented(
        'skipIf',
        message('If it is true and no Reservation is created at once, the Task moves on.'),
      ),
    order_by: () =>
      documented(
        'orderBy',
        message('Which Workers come first, by attributes that are whole numbers.'),
        message('Workers without the attribute come last (documented).'),
      ),
    known_worker_sid: knownWorker,
    known_worker_friendly_name: knownWorker,
  },
  defaultFilter: {
    queue: () =>
      documented(
        'configuration',
        message('SID of the TaskQueue for Tasks that no filter matches.'),
      ),
  },
};

/** What a key of a configuration means; undefined for one that does not belong there. */
export function explainKey(level: ConfigurationLevel, key: string): Explanation | undefined {
  const known = explanations[level];
  return Object.hasOwn(known, key) ? known[key]?.() : undefined;
}
