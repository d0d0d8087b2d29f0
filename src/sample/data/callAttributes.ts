import { sampleSid } from '../sampleSid.ts';

/** What a Studio flow writes into the attributes of a call, as members of a JSON object. */
export function callAttributes(key: string, from = '+12025550119'): string {
  return `"call_sid":"${sampleSid('CA', key)}","from":"${from}"`;
}
