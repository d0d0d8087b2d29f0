import { sampleSid } from '../sampleSid.ts';
import type { SampleTask } from './sampleWorkspace.ts';
import { servedLifecycle, taskKinds } from './taskTemplates.ts';

const twoWeeks = 14 * 24 * 60 * 60;

/**
 * Tasks that never change, so that they are still there after hours. TaskRouter itself would end
 * them: assigned ones after 24 hours, waiting ones after two weeks
 * (https://www.twilio.com/docs/taskrouter/lifecycle-task-state).
 */
export const lastingTasks: readonly SampleTask[] = [
  {
    key: 'waiting-invoice',
    channel: 'voice',
    workflow: 'Incoming Calls',
    priority: 10,
    timeout: twoWeeks,
    // Everything that parsing and serializing would change: a 64-bit number, an exponent, trailing
    // zeros, an escape, a duplicate key.
    attributes: String.raw`{"type":"invoice","call_sid":"${sampleSid('CA', 'waiting-invoice')}","from":"+15005550006","language":"es","customer_id":9007199254740993,"open_amount":1.50e+3,"caller_name":"Mar\u00eda Jos\u00e9 Ib\u00e1\u00f1ez","source":"ivr","invoice":{"number":"2026-00417","lines":[{"sku":"A-100","amount":1200.00},{"sku":"S-7","amount":300.00}],"paid":null},"tags":["second reminder","vip"],"source":"web form"}`,
    lifecycle: [
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
    lifecycle: [
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
    lifecycle: [
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
    lifecycle: [
      { at: -240, step: 'create', queue: 'Sales' },
      { at: -235, step: 'reserve', workers: ['Tom Becker'] },
    ],
  },
];

const conversation = sampleSid('CH', 'flex-conversation');

const said = [
  'Hello, is anybody there?',
  'Yes, this is Yuki. What can I do for you?',
  'The lamp that I ordered came in two parts. It was one part in the picture \\ud83e\\udd14',
  'I am sorry to hear that. Would you send me a photo?',
  'I would, but it is dark here.',
];
const transcript = Array.from({ length: 49 }, (_, index) => {
  const from = index % 2 === 0 ? 'customer' : 'agent';
  return `{"n":${index + 1},"from":"${from}","text":"${said[index % said.length] ?? ''}"}`;
});

/**
 * Tasks that never change, with attributes that decoding must preserve, or that are hard to read.
 */
export const unusualTasks: readonly SampleTask[] = [
  {
    ...taskKinds.paper,
    key: 'bank-statement',
    priority: 2,
    // Parsing and serializing would change or drop each of these numbers.
    attributes:
      '{"type":"reconciliation","account":9223372036854775807,"next":9223372036854775808,"rate":1.0E-7,"total":100.00,"open":-0,"factor":3.14159265358979323846,"limit":1e400,"entries":7,"entries":8}',
    lifecycle: [{ at: -1320, step: 'create', queue: 'Paperwork' }],
  },
  {
    ...taskKinds.paper,
    key: 'import-script',
    attributes:
      '{"type":"import","__proto__":{"admin":true},"constructor":{"prototype":null},"toString":"text","hasOwnProperty":false,"":"no name"," spaces ":1,"a.b":{"c[0]":"a.b.c[0]"}}',
    lifecycle: [{ at: -1210, step: 'create', queue: 'Paperwork' }],
  },
  {
    ...taskKinds.paper,
    key: 'nothing-known',
    attributes:
      '{"type":null,"from":null,"customer":{"id":null,"name":null},"callback_to":null,"notes":[null,null],"language":""}',
    nulls: ['addons', 'virtual_start_time', 'ignore_capacity'],
    lifecycle: [{ at: -1100, step: 'create', queue: 'Paperwork' }],
  },
  {
    ...taskKinds.video,
    key: 'legal-advice',
    priority: 3,
    attributes:
      '{"topic":"legal","language":"ja","name":"山田 花子","room":"legal-0042","appointment":"2026-03-04T10:30:00+09:00","case":{"number":"L-0042","closed":null}}',
    lifecycle: [{ at: -960, step: 'create', queue: 'Legal (Japanese)' }],
  },
  {
    ...taskKinds.chat,
    key: 'flex-conversation',
    attributes: `{"channelType":"whatsapp","conversationSid":"${conversation}","channelSid":"${conversation}","flexInteractionSid":"${sampleSid('KD', conversation)}","flexInteractionChannelSid":"${sampleSid('UO', conversation)}","flexChannelInviteSid":"${sampleSid('KG', conversation)}","from":"whatsapp:+12025550131","customerAddress":"whatsapp:+12025550131","customerName":"Amélie Durand","direction":"inbound","initiatedBy":"customer","customers":{"external_id":"7f3c-0091","name":"Amélie Durand","email":"amelie@example.com","phone":"+12025550131"},"conversations":{"initiated_by":"customer","conversation_id":"${conversation}","conversation_attribute_1":"returning","queue":null,"abandoned":"No"},"hang_up_by":null}`,
    lifecycle: servedLifecycle(-1400, 'Support', 'Priya Raman', [10, 24]),
  },
  {
    ...taskKinds.chat,
    key: 'right-to-left',
    attributes: String.raw`{"channelType":"web","language":"ar","name":"ليلى منصور","question":"أين طلبي رقم 1042 من Acme؟","greeting":"שלום (hello) 123","file":"invoice\u202egpj.exe","mood":"👩🏽‍💻 🇵🇹 \u00e9 e\u0301","half":"\ud83d"}`,
    lifecycle: servedLifecycle(-780, 'Support', 'Omar Haddad', [12, 30]),
  },
  {
    ...taskKinds.callback,
    key: 'kitchen-order',
    priority: 4,
    attributes:
      '{"type":"lead","callback_to":"+12025550152","order":{"id":1000000000000000001,"customer":{"name":"Noor & Sons <Ltd>","vat":"007"},"lines":[{"sku":"K-1","price":1249.00,"options":[["colour",["white","oak"]],["handles",[]]]},{"sku":"K-9","price":0.10,"options":[[],[[["deep"]]]],"gift":{}}],"delivery":{"window":["08:00","12:00"],"floor":0,"lift":false}}}',
    lifecycle: servedLifecycle(-1700, 'Sales', 'Tom Becker', [5, 19]),
  },
  {
    ...taskKinds.chat,
    key: 'long-transcript',
    // The maximum length of attributes, 4096 characters, see
    // https://www.twilio.com/docs/taskrouter/api/task.
    attributes:
      `{"channelType":"web","transcript":[${transcript.join()}],"cut":"`.padEnd(4094, '.') + '"}',
    lifecycle: servedLifecycle(-3300, 'Support', 'Yuki Tanaka', [20, 40, 3100]),
  },
  {
    ...taskKinds.sms,
    key: 'escaped-twice',
    attributes: String.raw`{"channelType":"sms","webhook":"{\"order\":{\"id\":48291077,\"total\":89.90,\"note\":\"{\\\"gift\\\":true}\"}}","url":"https:\/\/acme.example.com\/orders\/48291077?a=1&b=%20","path":"C:\\new\\table","text":"one\ntwo\tthree\u0000","quote":"\"\u00abyes\u00bb\""}`,
    lifecycle: servedLifecycle(-1900, 'Support', 'Ana Duarte', [15, 33, 1500]),
  },
];
