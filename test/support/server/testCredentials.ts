import { sampleSid } from '../../../src/sample/sampleSid.ts';

/**
 * The Basic credentials that the test server accepts: the account with its token, and the key with its secret.
 * Computed, so that no scanner mistakes them for real ones.
 */
export const testCredentials = {
  accountSid: sampleSid('AC', 'test account'),
  authToken: sampleSid('', 'test token'),
  apiKey: sampleSid('SK', 'test key'),
  // With characters that each encoding escapes.
  apiSecret: `"${sampleSid('', 'test secret')}\\é+/=%&<`,
} as const;
