import { randomUUID } from 'node:crypto';
import { testCredentials } from '../server/testCredentials.ts';

/**
 * Signs in by an API key of an account that was not seen before, so that no Workspace is remembered;
 * the result leads back.
 */
export function enterAsStranger(): () => void {
  const { apiKey, apiSecret } = testCredentials;
  const before = { ...process.env };
  process.env['TWILIO_ACCOUNT_SID'] = `AC${randomUUID().replaceAll('-', '')}`;
  process.env['TWILIO_API_KEY'] = apiKey;
  process.env['TWILIO_API_SECRET'] = apiSecret;
  return () => {
    for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY', 'TWILIO_API_SECRET']) {
      const value = before[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}
