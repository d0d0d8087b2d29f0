import { message, type MessageArgument } from '../messages/message.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Profile } from './profile.ts';

/** Facts that tell profiles apart: what it signs in with, where it reads, and where it comes from. */
export function describeProfile(profile: Profile): readonly MessageArgument[] {
  if (profile.origin === 'sample') return [describeEndpoint(profile)];
  return [
    shortenSid(profile.sid),
    describeEndpoint(profile),
    profile.origin === 'environment'
      ? message('from the environment')
      : message('stored in VS Code'),
  ];
}

/** `US1`, `IE1 · dublin`, or the host of a custom base URL; of the sample, that it is one. */
export function describeEndpoint(profile: Profile): MessageArgument {
  const { origin, region, edge, flexBaseUrl, apiBaseUrl } = profile;
  if (origin === 'sample') return message('built-in sample');
  if (flexBaseUrl === undefined) return new URL(apiBaseUrl).host;
  const name = (region ?? 'us1').toUpperCase();
  return edge === undefined ? name : `${name} · ${edge}`;
}
