import { sampleSid } from '../sampleSid.ts';
import type { SampleTask } from './sampleWorkspace.ts';
import { callAttributes as call, taskKinds } from './taskTemplates.ts';

const { call: calls, chat: messages } = taskKinds;

/** Tasks that progress and are deleted within a quarter of an hour. */
export const endingTasks: readonly SampleTask[] = [
  {
    ...calls,
    key: 'order-status',
    attributes: `{"type":"support",${call('order-status')},"order":{"id":48291077,"total":89.90},"language":"en"}`,
    lifecycle: [
      { at: -5, step: 'create', queue: 'Support' },
      { at: 20, step: 'reserve', workers: ['Priya Raman'] },
      { at: 50, step: 'timeOut' },
      { at: 55, step: 'reserve', workers: ['Yuki Tanaka'] },
      { at: 65, step: 'accept', worker: 'Yuki Tanaka' },
      { at: 185, step: 'wrapUp' },
      { at: 215, step: 'complete', reason: 'resolved' },
    ],
  },
  {
    ...calls,
    key: 'callback',
    channel: 'default',
    attributes: '{"type":"lead","callback_to":"+12025550164","campaign":"spring","attempt":2}',
    lifecycle: [
      { at: -15, step: 'create', queue: 'Sales' },
      { at: -10, step: 'reserve', workers: ['Priya Raman', 'Tom Becker'] },
      { at: 10, step: 'accept', worker: 'Tom Becker' },
      { at: 150, step: 'complete', reason: 'sold' },
    ],
  },
  {
    ...calls,
    key: 'refund-call',
    priority: 5,
    attributes: `{"type":"support",${call('refund-call')},"customer_id":9007199254740992,"refund":{"amount":42.10,"approved":true}}`,
    addons:
      '{"status":"successful","message":null,"code":null,"results":{"twilio_caller_name":{"status":"successful","result":{"caller_name":{"caller_name":"ACME CUSTOMER","caller_type":"CONSUMER","error_code":null},"phone_number":"+12025550119"}}}}',
    lifecycle: [
      { at: -300, step: 'create', queue: 'Support' },
      { at: -290, step: 'reserve', workers: ['Ana Duarte'] },
      { at: -280, step: 'accept', worker: 'Ana Duarte' },
      { at: 60, step: 'wrapUp' },
      { at: 120, step: 'complete', reason: 'refunded' },
    ],
  },
  {
    ...messages,
    key: 'feedback',
    channel: 'sms',
    // The API accepts only JSON, but attributes in its answers are not always valid.
    attributes: `{type: 'feedback', "from": "+12025550173", score: 9,}`,
    lifecycle: [
      { at: -700, step: 'create', queue: 'Support' },
      { at: -690, step: 'reserve', workers: ['Yuki Tanaka'] },
      { at: -685, step: 'accept', worker: 'Yuki Tanaka' },
      { at: -30, step: 'wrapUp' },
      { at: 45, step: 'complete', reason: 'thanked' },
    ],
  },
  {
    ...messages,
    key: 'password-reset',
    attributes: `{"channelType":"web","channelSid":"${sampleSid('CH', 'password-reset')}","intent":"password"}`,
    lifecycle: [
      { at: -1000, step: 'create', queue: 'Support' },
      { at: -990, step: 'reserve', workers: ['Ana Duarte'] },
      { at: -980, step: 'accept', worker: 'Ana Duarte' },
      { at: -150, step: 'wrapUp' },
      { at: -120, step: 'complete', reason: 'resolved' },
    ],
  },
  {
    ...calls,
    key: 'hung-up',
    attributes: '{}',
    lifecycle: [
      { at: -100, step: 'create', queue: 'Support' },
      { at: -60, step: 'cancel', reason: 'hangup' },
    ],
  },
  {
    ...calls,
    key: 'new-lead',
    attributes: `{"type":"lead",${call('new-lead')},"campaign":"spring"}`,
    lifecycle: [
      { at: 90, step: 'create', queue: 'Sales' },
      { at: 120, step: 'moveToQueue', queue: 'Everyone' },
      { at: 125, step: 'reserve', workers: ['Ana Duarte', 'Priya Raman'] },
      { at: 140, step: 'cancel', reason: 'hangup' },
    ],
  },
  {
    ...calls,
    key: 'yesterdays-call',
    attributes: `{"type":"support",${call('yesterdays-call')},"language":"en"}`,
    lifecycle: [
      { at: -90_000, step: 'create', queue: 'Support' },
      { at: -89_990, step: 'reserve', workers: ['Ana Duarte'] },
      { at: -89_980, step: 'accept', worker: 'Ana Duarte' },
      { at: -89_400, step: 'wrapUp' },
      { at: -89_340, step: 'complete', reason: 'resolved' },
    ],
  },
];
