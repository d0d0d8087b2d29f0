import { resourceKinds } from '../resources/resourceKind.ts';

/**
 * Twilio's names of what the prefixes that meet a Task usually mean, for sentences. All meanings of all
 * prefixes are in `sidPrefixes`, which is much larger.
 */
export const sidNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(resourceKinds).map(([prefix, { name }]) => [prefix, name] as const),
  ['AC', 'Account'],
  ['CA', 'Call'],
  ['CF', 'Conference'],
  ['CH', 'Conversation'],
  ['FW', 'Studio Flow'],
  ['IM', 'Conversation Message'],
  ['MM', 'Message'],
  ['QU', 'Voice Queue'],
  ['SK', 'API Key'],
  ['SM', 'Message'],
  ['UD', 'Autopilot Task'],
]);
