import { describeFailure } from '../core/failures/describeFailure.ts';
import { message } from '../core/messages/message.ts';
import type { ImportCandidate } from '../core/profiles/importSource.ts';
import { readEnvironment } from './readEnvironment.ts';

const SIGNS_IN = ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY', 'TWILIO_API_SECRET', 'TWILIO_AUTH_TOKEN'];

/** The environment's credentials as ones to import; nothing if no variable is about any. */
export function environmentCandidate(
  environment: Readonly<Record<string, string | undefined>>,
): ImportCandidate | undefined {
  if (SIGNS_IN.every((variable) => !environment[variable]?.trim())) return undefined;
  const candidate = { key: 'env', name: 'env', from: 'environment', active: false } as const;
  // `taskrouter.apiBaseUrl` is for the profile `env` itself: what is imported goes to Twilio.
  const result = readEnvironment(environment, '');
  if (result.valid) {
    const { sid, accountSid, region = '', edge = '' } = result.profile;
    return { ...candidate, sid, ...(accountSid !== undefined && { accountSid }), region, edge };
  }
  const { failure } = result;
  const fault =
    failure.kind === 'missingCredentials'
      ? message('Not set in the environment: {0}.', failure.variables.join(', '))
      : describeFailure(failure);
  return { ...candidate, region: '', edge: '', fault };
}
