import type { SampleTask } from './sampleWorkspace.ts';
import { callAttributes, servedLifecycle, taskKinds } from './taskTemplates.ts';

const { call, callback, chat, sms, video } = taskKinds;

/** Tasks that are created in the first half hour. */
export const arrivingTasks: readonly SampleTask[] = [
  {
    ...chat,
    key: 'opening-hours',
    attributes: '{"channelType":"web","name":"Kim","question":"Open on Sunday?"}',
    lifecycle: servedLifecycle(35, 'Support', 'Omar Haddad', [6, 15, 240, 270], 'answered'),
  },
  {
    ...sms,
    key: 'invoice-copy',
    attributes:
      '{"channelType":"sms","from":"+12025550112","invoice":"2026-00398","amount":310.00}',
    lifecycle: servedLifecycle(150, 'Support', 'Yuki Tanaka', [20, 31, 300, 320], 'sent'),
  },
  {
    ...call,
    key: 'wrong-number',
    attributes: `{"type":"support",${callAttributes('wrong-number', '+12025550103')}}`,
    lifecycle: [
      { at: 400, step: 'create', queue: 'Support' },
      { at: 410, step: 'reserve', workers: ['Priya Raman'] },
      { at: 425, step: 'cancel', reason: 'hangup' },
    ],
  },
  {
    ...call,
    key: 'trial-lead',
    attributes: `{"type":"lead",${callAttributes('trial-lead', '+12025550171')},"trial_ends":"2026-03-09","seats":1e2}`,
    lifecycle: servedLifecycle(290, 'Sales', 'Tom Becker', [9, 17, 330, 380], 'sold'),
  },
  {
    ...video,
    key: 'window-quote',
    attributes: '{"topic":"windows","room":"quote-31","size":{"width":1.20,"height":0.80}}',
    lifecycle: servedLifecycle(420, 'Sales', 'Léa Moreau', [15, 32, 360, 410], 'quoted'),
  },
  {
    ...call,
    key: 'outage',
    priority: 8,
    attributes: `{"type":"support",${callAttributes('outage', '+12025550184')},"area":"04101","ticket":9007199254740995}`,
    lifecycle: [
      { at: 560, step: 'create', queue: 'Support' },
      { at: 565, step: 'reserve', workers: ['Omar Haddad'] },
      { at: 595, step: 'timeOut' },
      { at: 600, step: 'reserve', workers: ['Priya Raman'] },
      { at: 608, step: 'accept', worker: 'Priya Raman' },
      { at: 1020, step: 'wrapUp' },
      { at: 1070, step: 'complete', reason: 'restored' },
    ],
  },
  {
    ...sms,
    key: 'stop',
    attributes: '{"channelType":"sms","from":"+12025550166","body":"STOP"}',
    lifecycle: [
      { at: 690, step: 'create', queue: 'Support' },
      { at: 705, step: 'cancel', reason: 'opted out' },
    ],
  },
  {
    ...sms,
    key: 'renewal',
    attributes:
      '{"channelType":"sms","intent":"order","contract":"0000-17","months":12,"price":9.90}',
    lifecycle: servedLifecycle(720, 'Sales', 'Tom Becker', [30, 44, 520, 560], 'renewed'),
  },
  {
    ...call,
    key: 'no-patience',
    attributes: `{"type":"lead",${callAttributes('no-patience', '+12025550122')}}`,
    lifecycle: [
      { at: 930, step: 'create', queue: 'Sales' },
      { at: 960, step: 'moveToQueue', queue: 'Everyone' },
      { at: 985, step: 'cancel', reason: 'hangup' },
    ],
  },
  {
    ...chat,
    key: 'lost-parcel',
    attributes: String.raw`{"channelType":"web","name":"Zo\u00eb","tracking":"00340434161094042557","question":"Where is it? \ud83d\udce6"}`,
    lifecycle: servedLifecycle(1010, 'Support', 'Omar Haddad', [14, 25, 430, 520]),
  },
  {
    ...callback,
    key: 'second-thoughts',
    attributes: '{"type":"lead","callback_to":"+12025550118","attempt":1}',
    lifecycle: [
      { at: 1200, step: 'create', queue: 'Sales' },
      { at: 1265, step: 'cancel', reason: 'withdrawn' },
    ],
  },
  {
    ...call,
    key: 'thank-you',
    attributes: `{"type":"support",${callAttributes('thank-you', '+12025550147')},"rating":10,"of":1e1}`,
    lifecycle: servedLifecycle(1330, 'Support', 'Yuki Tanaka', [8, 16, 370, 400], 'thanked'),
  },
  {
    ...chat,
    key: 'left-alone',
    attributes: '{"channelType":"web","name":"Anonymous","question":""}',
    lifecycle: [
      { at: 1480, step: 'create', queue: 'Support' },
      { at: 1545, step: 'cancel', reason: 'abandoned' },
    ],
  },
];
