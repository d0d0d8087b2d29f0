import { sidIn } from '../sampleSid.ts';
import type { LifecycleStep, SampleTask } from './sampleWorkspace.ts';
import { callAttributes, servedLifecycle } from './taskTemplates.ts';

const twoWeeks = 14 * 24 * 60 * 60;
const worker = (name: string) => sidIn({ name: 'Acme Travel Desk' }, 'WK', name);

const call = { channel: 'voice', workflow: 'Travel Calls', priority: 0, timeout: twoWeeks };
const chat = { channel: 'chat', workflow: 'Travel Messages', priority: 0, timeout: twoWeeks };

/** Where the Workflow sends it, from then on. */
const routed = (at: number): readonly LifecycleStep[] => [{ at, step: 'create' }];

/** One that was offered and rejected, again and again. */
const rejected = (at: number, name: string, times: number): readonly LifecycleStep[] =>
  Array.from({ length: times }, (_, index): readonly LifecycleStep[] => [
    { at: at + index * 45, step: 'reserve', workers: [name] },
    { at: at + index * 45 + 20, step: 'reject', worker: name },
  ]).flat();

/** Tasks that wait, each for another cause; their keys name it. */
const waitingTasks: readonly SampleTask[] = [
  {
    ...call,
    key: 'nobody-speaks-italian',
    attributes: `{"type":"booking",${callAttributes('nobody-speaks-italian', '+12025550171')},"language":"it","region":"europe","travellers":2}`,
    lifecycle: routed(-1_320),
  },
  {
    ...call,
    key: 'nobody-knows-antarctica',
    attributes: `{"type":"booking",${callAttributes('nobody-knows-antarctica', '+12025550172')},"language":"en","region":"antarctica","travellers":1}`,
    lifecycle: routed(-1_100),
  },
  {
    ...call,
    key: 'all-on-break',
    attributes: `{"type":"group",${callAttributes('all-on-break', '+12025550173')},"language":"en","travellers":24,"budget":18000.00}`,
    lifecycle: routed(-1_000),
  },
  {
    ...chat,
    key: 'hands-full',
    attributes:
      '{"channelType":"web","name":"Kim","question":"Can I bring a bike?","hours_to_departure":200}',
    lifecycle: routed(-420),
  },
  {
    ...call,
    key: 'agent-on-break',
    attributes: `{"type":"booking",${callAttributes('agent-on-break', '+12025550174')},"account_tier":"gold","agent_sid":"${worker('Aisha Bello')}","company":{"name":"Initech","id":4417}}`,
    lifecycle: routed(-800),
  },
  {
    ...call,
    key: 'others-ahead',
    attributes: `{"type":"refund",${callAttributes('others-ahead', '+12025550175')},"booking":"TX-88120","amount":129.90}`,
    lifecycle: routed(-200),
  },
  {
    ...chat,
    key: 'rejected-again',
    attributes: '{"channelType":"sms","from":"+12025550176","wants":"callback","after":"18:00"}',
    lifecycle: [...routed(-420), ...rejected(-400, 'Yara Costa', 35)],
  },
  {
    ...chat,
    key: 'behind-the-rejected',
    attributes: '{"channelType":"sms","from":"+12025550177","wants":"callback","after":"09:00"}',
    lifecycle: routed(-300),
  },
  {
    ...call,
    key: 'after-hours',
    attributes: `{"type":"booking",${callAttributes('after-hours', '+12025550178')},"opening":"closed","language":"en"}`,
    lifecycle: routed(-21_600),
  },
  {
    ...call,
    key: 'misspelled-type',
    attributes: `{"type":"refnd",${callAttributes('misspelled-type', '+12025550179')},"booking":"TX-90244","amount":75.00}`,
    lifecycle: routed(-700),
  },
  {
    ...call,
    key: 'level-unknown',
    attributes: `{"type":"complaint",${callAttributes('level-unknown', '+12025550180')},"about":"seat"}`,
    lifecycle: routed(-640),
  },
];

/** Those who are served meanwhile, or stand before another. */
const busyTasks: readonly SampleTask[] = [
  {
    ...call,
    key: 'refund-in-progress',
    attributes: `{"type":"refund",${callAttributes('refund-in-progress', '+12025550181')},"booking":"TX-87001","amount":420.00}`,
    lifecycle: [
      ...routed(-500),
      { at: -490, step: 'reserve', workers: ['Chiara Greco'] },
      { at: -480, step: 'accept', worker: 'Chiara Greco' },
    ],
  },
  {
    ...call,
    key: 'refund-urgent',
    priority: 50,
    attributes: `{"type":"refund",${callAttributes('refund-urgent', '+12025550182')},"booking":"TX-87440","amount":2310.50}`,
    lifecycle: routed(-150),
  },
  {
    ...call,
    key: 'refund-older',
    attributes: `{"type":"refund",${callAttributes('refund-older', '+12025550183')},"booking":"TX-86912","amount":64.00}`,
    lifecycle: routed(-460),
  },
  ...['Lou', 'Sam'].map((name, index): SampleTask => ({
    ...chat,
    key: `chat-with-${name.toLowerCase()}`,
    attributes: `{"channelType":"web","name":"${name}","question":"Where is my ticket?","hours_to_departure":${72 + index}}`,
    lifecycle: servedLifecycle(-600 - index * 60, 'Chat Desk', 'Ines Prado', [8, 15]),
  })),
];

/** From target to target while one watches, until somebody takes it. */
const movingTravelTasks: readonly SampleTask[] = [
  {
    ...call,
    key: 'city-break',
    attributes: `{"type":"booking",${callAttributes('city-break', '+12025550184')},"language":"en","city":"Porto","nights":3}`,
    lifecycle: [
      ...routed(-200),
      { at: -190, step: 'reserve', workers: ['Nadia Haddou'] },
      { at: -160, step: 'timeOut' },
      { at: 41, step: 'reserve', workers: ['Marc Dubois'] },
      { at: 61, step: 'accept', worker: 'Marc Dubois' },
      { at: 600, step: 'wrapUp' },
      { at: 640, step: 'complete', reason: 'booked' },
    ],
  },
];

export const travelTasks: readonly SampleTask[] = [
  ...waitingTasks,
  ...busyTasks,
  ...movingTravelTasks,
];
