import { sampleSid } from '../../../src/sample/sampleSid.ts';

/**
 * What the test server accepts as Basic credentials: the account with its token, the key with its
 * secret. Worked out, not written down, so that no scanner takes them for real ones.
 */
export const testCredentials = {
  accountSid: sampleSid('AC', 'test account'),
  authToken: sampleSid('', 'test token'),
  apiKey: sampleSid('SK', 'test key'),
  // With characters that each way of writing a text down writes otherwise.
  apiSecret: `"${sampleSid('', 'test secret')}\\é+/=%&<`,
} as const;
