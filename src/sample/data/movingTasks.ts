import type { SampleTask } from './sampleWorkspace.ts';
import { callAttributes, servedLifecycle, taskKinds } from './taskTemplates.ts';

const { call, callback, chat, paper, sms, video } = taskKinds;

/**
 * Tasks that exist at the start and end later: rejected, moved to another TaskQueue, never
 * accepted.
 */
export const movingTasks: readonly SampleTask[] = [
  {
    ...call,
    key: 'unknown-caller',
    attributes: `{"type":"support",${callAttributes('unknown-caller', '+12025550177')},"spam_score":0.50}`,
    addons:
      '{"status":"successful","message":null,"code":null,"results":{"nomorobo_spamscore":{"request_sid":null,"status":"successful","result":{"score":0,"status":"success"}},"ekata_reverse_phone":{"status":"failed","code":61004,"message":"Add-on vendor timed out","result":null}}}',
    lifecycle: servedLifecycle(-85, 'Support', 'Omar Haddad', [205, 214, 500, 545]),
  },
  {
    ...sms,
    key: 'gift-card',
    attributes: String.raw`{"channelType":"sms","from":"+12025550141","intent":"order","body":"2 gift cards \u00e0 25.00 \ud83c\udf81 please","card":{"value":25.00,"code":"0042"}}`,
    lifecycle: servedLifecycle(-50, 'Sales', 'Priya Raman', [185, 197, 560, 600], 'sold'),
  },
  {
    ...paper,
    key: 'fax',
    priority: 5,
    attributes:
      '{"kind":"fax","pages":2,"received":"2026-03-02T08:59:40.000Z","image":"fax-000017.tif"}',
    lifecycle: servedLifecycle(-20, 'Paperwork', 'Grace Liu', [265, 280, 420, 430], 'filed'),
  },
  {
    ...sms,
    key: 'delivery-date',
    attributes:
      '{"channelType":"sms","from":"+12025550155","intent":"order","body":"When will it be here?","order":48291078}',
    lifecycle: [
      { at: -30, step: 'create', queue: 'Sales' },
      { at: -12, step: 'reserve', workers: ['Priya Raman'] },
      { at: 22, step: 'reject', worker: 'Priya Raman' },
      { at: 30, step: 'reserve', workers: ['Tom Becker'] },
      { at: 41, step: 'accept', worker: 'Tom Becker' },
      { at: 400, step: 'wrapUp' },
      { at: 430, step: 'complete', reason: 'answered' },
    ],
  },
  {
    ...callback,
    key: 'partner-lead',
    priority: 1,
    attributes:
      '{"type":"lead","callback_to":"+12025550160","partner":{"name":"Globex","tier":"gold","discount":0.150},"campaign":"partners"}',
    lifecycle: [
      { at: -45, step: 'create', queue: 'Sales' },
      { at: -15, step: 'moveToQueue', queue: 'Everyone' },
      { at: -10, step: 'reserve', workers: ['Omar Haddad', 'Yuki Tanaka', 'Léa Moreau'] },
      { at: 8, step: 'reject', worker: 'Omar Haddad' },
      { at: 24, step: 'accept', worker: 'Léa Moreau' },
      { at: 350, step: 'complete', reason: 'appointment made' },
    ],
  },
  {
    ...call,
    key: 'router-reset',
    attributes: `{"type":"support",${callAttributes('router-reset', '+12025550128')},"device":{"model":"AX-3","serial":"0012345678901234567890","mac":"02:00:00:00:00:1e"},"language":"en"}`,
    lifecycle: servedLifecycle(-400, 'Support', 'Omar Haddad', [6, 14, 430, 475]),
  },
  {
    ...call,
    key: 'plan-change',
    priority: 3,
    attributes: `{"type":"lead",${callAttributes('plan-change', '+12025550136')},"plan":{"from":"S","to":"XL","monthly":29.90}}`,
    lifecycle: servedLifecycle(-430, 'Sales', 'Tom Becker', [4, 12, 640, 700], 'sold'),
  },
  {
    ...video,
    key: 'damage-survey',
    attributes:
      '{"topic":"damage","room":"survey-118","claim_number":900719925474099301,"photos":["1.jpg","2.jpg"],"estimate":{"low":1.2e3,"high":1.80e3}}',
    lifecycle: servedLifecycle(-240, 'Sales', 'Léa Moreau', [10, 25, 560, 620], 'surveyed'),
  },
  {
    ...chat,
    key: 'cut-off',
    // Truncated by the flow that created the Task.
    attributes: '{"channelType":"web","name":"Jo","pre_engagement_data":{"question":"My parcel is',
    lifecycle: servedLifecycle(-520, 'Support', 'Yuki Tanaka', [9, 20, 470, 640]),
  },
  {
    ...chat,
    key: 'address-question',
    attributes: '{"channelType":"web","name":"Wei","question":"Where are you?"}',
    lifecycle: servedLifecycle(-820, 'Support', 'Omar Haddad', [7, 15, 560, 600], 'answered'),
  },
  {
    ...sms,
    key: 'warranty',
    attributes: '{"channelType":"sms","from":"+12025550109","body":"WARRANTY 0815","serial":815}',
    lifecycle: servedLifecycle(-610, 'Support', 'Yuki Tanaka', [11, 20, 500, 520]),
  },
  {
    ...video,
    key: 'kitchen-plan',
    attributes: '{"topic":"kitchen","room":"plan-7","guests":2}',
    lifecycle: servedLifecycle(-1500, 'Sales', 'Léa Moreau', [30, 50, 1200, 1238], 'planned'),
  },
  {
    ...chat,
    key: 'double-order',
    attributes:
      '{"channelType":"web","intent":"order","order":48291077,"duplicate_of":"order-status"}',
    lifecycle: [
      { at: -95, step: 'create', queue: 'Sales' },
      { at: -70, step: 'reserve', workers: ['Priya Raman', 'Tom Becker'] },
      { at: -52, step: 'cancel', reason: 'duplicate' },
    ],
  },
  {
    ...callback,
    key: 'never-called-back',
    attributes: '{"type":"lead","callback_to":"+12025550190","attempt":3}',
    lifecycle: [
      { at: -3640, step: 'create', queue: 'Sales' },
      { at: -3600, step: 'reserve', workers: ['Tom Becker', 'Léa Moreau'] },
      { at: -3581, step: 'reject', worker: 'Tom Becker' },
      { at: -3570, step: 'timeOut' },
      { at: -3550, step: 'reserve', workers: ['Priya Raman'] },
      { at: -3530, step: 'reject', worker: 'Priya Raman' },
      { at: -40, step: 'cancel', reason: 'Task TTL Exceeded' },
    ],
  },
];
