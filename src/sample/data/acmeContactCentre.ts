import { arrivingTasks } from './arrivingTasks.ts';
import { endingTasks } from './endingTasks.ts';
import { unusualTasks, lastingTasks } from './lastingTasks.ts';
import { movingTasks } from './movingTasks.ts';
import type { SampleWorkspace } from './sampleWorkspace.ts';
import { commonSetUp, workflowConfiguration } from './workspaceSetUp.ts';

const name = 'Acme Contact Centre';

/**
 * A contact centre with common problems: a language without Workers, timeouts, malformed
 * attributes.
 */
export const acmeContactCentre: SampleWorkspace = {
  name,
  ...commonSetUp,
  channels: [...commonSetUp.channels, { uniqueName: 'video', name: 'Video', capacity: 1 }],
  queues: [
    {
      name: 'Billing (Spanish)',
      targetWorkers: 'skills HAS "billing" AND languages HAS "es"',
      maxReservedWorkers: 1,
    },
    { name: 'Support', targetWorkers: 'skills HAS "support"', maxReservedWorkers: 1 },
    { name: 'Sales', targetWorkers: 'skills HAS "sales"', maxReservedWorkers: 2 },
    { name: 'Everyone', targetWorkers: '1==1', maxReservedWorkers: 5 },
    { name: 'Paperwork', targetWorkers: 'skills HAS "paperwork"', maxReservedWorkers: 1 },
    {
      name: 'Legal (Japanese)',
      targetWorkers: 'skills HAS "legal" AND languages HAS "ja"',
      maxReservedWorkers: 1,
    },
  ],
  workflows: [
    {
      name: 'Incoming Calls',
      reservationTimeout: 30,
      configuration: workflowConfiguration(
        { name },
        [
          {
            name: 'Spanish billing',
            expression: 'type == "invoice" AND language == "es"',
            targets: [{ queue: 'Billing (Spanish)', priority: 10 }],
          },
          {
            name: 'Leads',
            expression: 'type == "lead"',
            targets: [{ queue: 'Sales', timeout: 30 }, { queue: 'Everyone' }],
          },
        ],
        'Support',
      ),
    },
    {
      name: 'Messages',
      reservationTimeout: 86_400,
      configuration: workflowConfiguration(
        { name },
        [{ name: 'Orders', expression: 'intent == "order"', targets: [{ queue: 'Sales' }] }],
        'Support',
      ),
    },
    {
      name: 'Appointments',
      reservationTimeout: 120,
      configuration: workflowConfiguration(
        { name },
        [
          {
            name: 'Japanese law',
            expression: 'topic == "legal" AND language == "ja"',
            targets: [{ queue: 'Legal (Japanese)', priority: 3 }],
          },
          {
            name: 'Video advice',
            expression: 'topic IN ["damage", "kitchen", "windows"]',
            targets: [{ queue: 'Sales' }],
          },
        ],
        'Paperwork',
      ),
    },
  ],
  workers: [
    {
      name: 'Ana Duarte',
      attributes:
        '{"full_name":"Ana Duarte","contact_uri":"client:ana_duarte","skills":["support","billing"],"languages":["en","pt"],"location":{"city":"Lisboa","floor":3}}',
      shifts: [
        { at: -91_000, activity: 'Available' },
        { at: -62_000, activity: 'Offline' },
        { at: -14_400, activity: 'Available' },
      ],
      channels: { voice: { capacity: 2 } },
    },
    {
      name: 'Priya Raman',
      attributes:
        '{"full_name":"Priya Raman","contact_uri":"client:priya_raman","skills":["support","sales"],"languages":["en","hi"]}',
      shifts: [
        { at: -10_800, activity: 'Available' },
        { at: 110, activity: 'Available' },
      ],
    },
    {
      name: 'María García',
      attributes: String.raw`{"full_name":"Mar\u00eda Garc\u00eda","contact_uri":"client:maria_garcia","skills":["billing"],"languages":["es","en"]}`,
      shifts: [{ at: -12_600, activity: 'Available' }],
    },
    {
      name: 'Tom Becker',
      attributes:
        '{"full_name":"Tom Becker","contact_uri":"client:tom_becker","skills":["sales"],"languages":["en","de"]}',
      shifts: [
        { at: -14_400, activity: 'Available' },
        { at: -4_800, activity: 'Break' },
        { at: -3_900, activity: 'Available' },
      ],
      channels: { default: { capacity: 2 } },
    },
    {
      name: 'Yuki Tanaka',
      attributes:
        '{"full_name":"Yuki Tanaka","contact_uri":"client:yuki_tanaka","skills":["support","chat"],"languages":["en","ja"],"max_chats":3}',
      shifts: [{ at: -9_000, activity: 'Available' }],
    },
    {
      name: 'Léa Moreau',
      attributes:
        '{"full_name":"Léa Moreau","contact_uri":"client:lea_moreau","skills":["sales","video"],"languages":["fr","en"],"rooms":{"max":1}}',
      shifts: [
        { at: -7_200, activity: 'Available' },
        { at: -3_500, activity: 'Available' },
        { at: 860, activity: 'Break' },
        { at: 1_460, activity: 'Available' },
      ],
    },
    {
      name: 'Omar Haddad',
      attributes:
        '{"full_name":"عمر حداد","contact_uri":"client:omar_haddad","skills":["support","chat"],"languages":["ar","en"],"employee_id":9223372036854775807}',
      shifts: [
        { at: -7_200, activity: 'Available' },
        { at: -2_700, activity: 'Break' },
        { at: -1_800, activity: 'Available' },
        { at: 660, activity: 'Available' },
      ],
    },
    {
      name: 'Grace Liu',
      attributes:
        '{"full_name":"Grace Liu","contact_uri":"client:grace_liu","skills":["paperwork"],"languages":["en","zh"],"targets":{"quarter":2.50e5,"met":null}}',
      shifts: [
        { at: -10_800, activity: 'Available' },
        { at: -3_500, activity: 'Unavailable' },
        { at: 235, activity: 'Available' },
        { at: 420, activity: 'Unavailable' },
      ],
    },
  ],
  tasks: [...lastingTasks, ...endingTasks, ...unusualTasks, ...movingTasks, ...arrivingTasks],
};
