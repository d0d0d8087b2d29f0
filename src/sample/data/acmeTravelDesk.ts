import { sidIn } from '../sampleSid.ts';
import type { SampleWorkspace } from './sampleWorkspace.ts';
import { travelTasks } from './travelTasks.ts';
import { commonSetUp, workflowConfiguration } from './workspaceSetUp.ts';

const name = 'Acme Travel Desk';
const activity = (friendlyName: string) => sidIn({ name }, 'WA', friendlyName);

/** Workers by name with what they can do, so that the rest of the table can be read at a glance. */
const skilled = (fullName: string, skills: readonly string[], more = '') => ({
  name: fullName,
  attributes: `{"full_name":"${fullName}","skills":${JSON.stringify(skills)}${more}}`,
});

/**
 * A travel agency in which Tasks wait, each for another cause: the queue of nobody, the skill of nobody, the
 * break, the full hands, the ones ahead.
 */
export const acmeTravelDesk: SampleWorkspace = {
  name,
  ...commonSetUp,
  queues: [
    { name: 'Bookings', targetWorkers: 'skills HAS "bookings"', maxReservedWorkers: 1 },
    {
      name: 'Italian Desk',
      targetWorkers: 'skills HAS "bookings" AND languages HAS "it"',
      maxReservedWorkers: 1,
    },
    { name: 'Group Trips', targetWorkers: 'skills HAS "groups"', maxReservedWorkers: 2 },
    { name: 'Chat Desk', targetWorkers: 'skills HAS "chat"', maxReservedWorkers: 1 },
    { name: 'Refunds', targetWorkers: 'skills HAS "refunds"', maxReservedWorkers: 1 },
    { name: 'Key Accounts', targetWorkers: 'skills HAS "accounts"', maxReservedWorkers: 1 },
    { name: 'Callbacks', targetWorkers: 'skills HAS "callbacks"', maxReservedWorkers: 1 },
    { name: 'After Hours', targetWorkers: '1==0', maxReservedWorkers: 1 },
    { name: 'Unsorted', targetWorkers: 'skills HAS "triage"', maxReservedWorkers: 1 },
    { name: 'Everyone', targetWorkers: '1==1', maxReservedWorkers: 5 },
  ],
  workflows: [
    {
      name: 'Travel Calls',
      reservationTimeout: 30,
      configuration: workflowConfiguration(
        { name },
        [
          {
            name: 'After hours',
            expression: 'opening == "closed"',
            targets: [{ queue: 'After Hours' }],
          },
          {
            name: 'Key accounts',
            expression: 'account_tier IN ["gold", "platinum"] AND agent_sid != null',
            targets: [{ queue: 'Key Accounts', priority: 20, known_worker_sid: 'task.agent_sid' }],
          },
          {
            name: 'Italian',
            expression: 'type == "booking" AND language == "it"',
            targets: [{ queue: 'Italian Desk', priority: 5 }],
          },
          {
            name: 'Regions',
            expression: 'type == "booking" AND region != null',
            targets: [
              { queue: 'Bookings', expression: 'worker.regions HAS task.region', priority: 5 },
            ],
          },
          {
            name: 'Bookings',
            expression: 'type == "booking"',
            targets: [
              {
                queue: 'Group Trips',
                timeout: 60,
                skip_if: 'workers.available == 0',
                order_by: 'worker.seniority DESC',
              },
              { queue: 'Bookings', timeout: 240, priority: 5 },
              { queue: 'Everyone', priority: 10 },
            ],
          },
          {
            name: 'Seniority',
            expression: 'type == "complaint"',
            targets: [{ queue: 'Bookings', expression: 'worker.seniority > task.wanted_level' }],
          },
          {
            name: 'Groups',
            expression: 'type == "group" AND travellers > 9',
            targets: [{ queue: 'Group Trips', order_by: 'worker.seniority DESC' }],
          },
          {
            name: 'Refunds',
            expression: 'type == "refund"',
            targets: [{ queue: 'Refunds' }],
          },
        ],
        'Unsorted',
      ),
    },
    {
      name: 'Travel Messages',
      reservationTimeout: 120,
      changedAt: -600,
      configuration: workflowConfiguration(
        { name },
        [
          {
            name: 'Callbacks',
            expression: 'wants == "callback"',
            targets: [{ queue: 'Callbacks', priority: 1 }],
          },
          {
            name: 'Late changes',
            expression: `hours_to_departure < 24`,
            targets: [
              {
                queue: 'Chat Desk',
                timeout: 900,
                skip_if: `workers.${activity('Available')} == 0`,
              },
              { queue: 'Bookings', priority: 30 },
            ],
          },
        ],
        'Chat Desk',
      ),
    },
  ],
  workers: [
    {
      ...skilled(
        'Nadia Haddou',
        ['bookings'],
        ',"languages":["fr","en"],"regions":["africa","europe"],"seniority":4',
      ),
      shifts: [{ at: -9_000, activity: 'Available' }],
    },
    {
      ...skilled(
        'Ben Sorensen',
        ['bookings'],
        ',"languages":["da","en"],"regions":["europe"],"seniority":2',
      ),
      shifts: [
        { at: -9_600, activity: 'Available' },
        { at: -1_500, activity: 'Break' },
      ],
    },
    {
      ...skilled('Chiara Greco', ['refunds'], ',"languages":["it","en"],"seniority":3'),
      shifts: [{ at: -8_000, activity: 'Available' }],
    },
    {
      ...skilled('Paul Mwangi', ['groups'], ',"languages":["en","sw"],"seniority":7'),
      shifts: [
        { at: -9_000, activity: 'Available' },
        { at: -2_400, activity: 'Offline' },
      ],
    },
    {
      ...skilled('Sofia Lind', ['groups'], ',"languages":["sv","en"],"seniority":5'),
      shifts: [
        { at: -9_000, activity: 'Available' },
        { at: -3_000, activity: 'Break' },
      ],
    },
    {
      ...skilled('Ines Prado', ['chat'], ',"languages":["pt","en"],"seniority":1'),
      shifts: [{ at: -7_000, activity: 'Available' }],
      channels: { chat: { capacity: 2 } },
    },
    {
      ...skilled('Jonas Weber', ['chat'], ',"languages":["de","en"],"seniority":2'),
      shifts: [{ at: -7_000, activity: 'Available' }],
      channels: { chat: { available: false } },
    },
    {
      ...skilled('Aisha Bello', ['accounts'], ',"languages":["en","ha"],"seniority":9'),
      shifts: [
        { at: -9_000, activity: 'Available' },
        { at: -1_200, activity: 'Break' },
      ],
    },
    {
      ...skilled('Marc Dubois', ['accounts'], ',"languages":["fr"],"seniority":6'),
      shifts: [{ at: -9_000, activity: 'Available' }],
    },
    {
      ...skilled('Yara Costa', ['callbacks'], ',"languages":["pt","es"],"seniority":3'),
      shifts: [
        { at: -6_000, activity: 'Available' },
        { at: 1_190, activity: 'Offline' },
      ],
    },
  ],
  tasks: travelTasks,
};
