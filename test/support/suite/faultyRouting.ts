const D = '0123456789abcdef0123456789abcdef';

/** Of a TaskQueue, and of a Workflow, which is no TaskQueue. */
const QUEUE_SID = `WQ${D}`;
const WORKFLOW_SID = `WW${D}`;

/** A Workflow's configuration with a fault of each of these kinds. */
export const faultyConfiguration = {
  task_routing: {
    filters: [
      {
        friendlyName: 'Languages',
        expression: "language == 'es', 'en'",
        targets: [{ queue: QUEUE_SID, expression: "skills HAS 'billing'", timeout: 'soon' }, {}],
      },
      {
        filter_friendly_name: 'Sales',
        expression: "type == 'lead' AND tier == 'gold' OR vip == true",
        targets: [
          { queue: WORKFLOW_SID, skip_if: 'workers.availible == 0', timeout: 30 },
          { queue: QUEUE_SID },
        ],
      },
      {
        filter_friendly_name: 'Everything',
        expression: "area != 'north' OR area != 'south'",
        targets: [
          { expression: "worker.area ! = 'north'" },
          {
            queue: QUEUE_SID,
            known_worker_sid: 'task.agent',
            known_worker_friendly_name: 'task.name',
            expression: 'worker.skill-level > 3',
          },
        ],
      },
      { expression: "late == 'yes", targets: [{ timeot: 5 }] },
      { filter_friendly_name: 'All', expression: '1 == 1', targets: [{ queue: QUEUE_SID }] },
      { filter_friendly_name: 'None', expression: 'late == true', targets: [{ queue: QUEUE_SID }] },
    ],
    default_filter: { queue: QUEUE_SID },
  },
};

/** In the order of the text: code, severity, and what is offered. */
export const problemsOfIt: readonly (readonly [
  code: string,
  severity: 'Error' | 'Warning' | 'Hint',
  fixes: readonly string[],
])[] = [
  ['unknown-key', 'Warning', ['Change to filter_friendly_name']],
  ['list-without-brackets', 'Error', ["Change to IN ['es', 'en']"]],
  ['missing-prefix', 'Warning', ['Add task.', 'Add worker.']],
  ['not-a-number', 'Warning', []],
  ['mixed-and-or', 'Hint', ['Add parentheses so that AND binds closer']],
  ['misplaced-sid', 'Warning', []],
  ['unknown-name', 'Warning', ['Change to workers.available']],
  ['always-true', 'Warning', []],
  ['missing-queue', 'Warning', []],
  ['split-operator', 'Error', ['Change to !=']],
  ['two-known-workers', 'Warning', []],
  ['hyphenated-key', 'Error', []],
  ['unclosed-quote', 'Error', ["Insert '"]],
  ['missing-queue', 'Warning', []],
  ['unknown-key', 'Warning', ['Change to timeout']],
  ['unreachable-filter', 'Warning', []],
];
