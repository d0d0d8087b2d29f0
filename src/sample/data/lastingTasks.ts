import { sampleSid } from '../sampleSid.ts';
import type { SampleTask } from './sampleWorkspace.ts';

const twoWeeks = 14 * 24 * 60 * 60;

/**
 * Tasks that never move on, so that somebody who began hours ago still finds them. TaskRouter itself
 * would end them: assigned ones after a day, waiting ones after two weeks.
 */
export const lastingTasks: readonly SampleTask[] = [
  {
    key: 'waiting-invoice',
    channel: 'voice',
    workflow: 'Incoming Calls',
    priority: 10,
    timeout: twoWeeks,
    // All that parsing and printing would change: a 64-bit number, an exponent, trailing zeros, an
    // escape, a duplicate key.
    attributes: String.raw`{"type":"invoice","call_sid":"${sampleSid('CA', 'waiting-invoice')}","from":"+15005550006","language":"es","customer_id":9007199254740993,"open_amount":1.50e+3,"caller_name":"Mar\u00eda Jos\u00e9 Ib\u00e1\u00f1ez","source":"ivr","invoice":{"number":"2026-00417","lines":[{"sku":"A-100","amount":1200.00},{"sku":"S-7","amount":300.00}],"paid":null},"tags":["second reminder","vip"],"source":"web form"}`,
    life: [
      { at: -1530, step: 'create', queue: 'Billing (Spanish)' },
      { at: -1500, step: 'reserve', workers: ['María García'] },
      { at: -1470, step: 'timeOut' },
    ],
  },
  {
    key: 'call-in-progress',
    channel: 'voice',
    workflow: 'Incoming Calls',
    priority: 5,
    timeout: 3600,
    attributes: `{"type":"support","call_sid":"${sampleSid('CA', 'call-in-progress')}","from":"+12025550147","to":"+12025550100","language":"en","customer":{"id":"C-20931","name":"Robert O'Neill","email":"r.oneill@example.com","since":"2019-04-02","address":{"city":"Portland","postal_code":"04101"}},"ivr_path":["main","support","router offline"],"conference":{"sid":"${sampleSid('CF', 'call-in-progress')}","participants":{"worker":"${sampleSid('CA', 'call-in-progress/worker')}","customer":"${sampleSid('CA', 'call-in-progress')}"}},"sentiment":-0.35,"callback":false}`,
    life: [
      { at: -900, step: 'create', queue: 'Support' },
      { at: -895, step: 'reserve', workers: ['Ana Duarte'] },
      { at: -888, step: 'accept', worker: 'Ana Duarte' },
    ],
  },
  {
    key: 'chat-wrapping',
    channel: 'chat',
    workflow: 'Messages',
    priority: 0,
    timeout: 86_400,
    attributes: String.raw`{"channelType":"web","channelSid":"${sampleSid('CH', 'chat-wrapping')}","conversationSid":"${sampleSid('CH', 'chat-wrapping')}","name":"Anonymous","pre_engagement_data":{"question":"Where\u2019s my refund? \ud83d\ude15","order":"A-2026\/118"},"customers":{"external_id":null},"ratings":[]}`,
    life: [
      { at: -2400, step: 'create', queue: 'Support' },
      { at: -2390, step: 'reserve', workers: ['Yuki Tanaka'] },
      { at: -2380, step: 'accept', worker: 'Yuki Tanaka' },
      { at: -300, step: 'wrapUp' },
    ],
  },
  {
    key: 'sms-offered',
    channel: 'sms',
    workflow: 'Messages',
    priority: 1,
    timeout: twoWeeks,
    attributes: `{"channelType":"sms","messageSid":"${sampleSid('SM', 'sms-offered')}","from":"+12025550182","intent":"order","body":"Do you ship to Alaska?","loyalty_points":18446744073709551615}`,
    life: [
      { at: -240, step: 'create', queue: 'Sales' },
      { at: -235, step: 'reserve', workers: ['Tom Becker'] },
    ],
  },
];
