import assert from 'node:assert/strict';
import { holdsApiUrl } from '../../../src/core/references/holdsApiUrl.ts';

describe('holdsApiUrl', () => {
  for (const text of [
    'https://taskrouter.twilio.com/v1/Workspaces/WS1',
    'https://a.test/v10/Workspaces/WS1',
    'url=http://127.0.0.1:4010/v2/workspaces/x',
    'https://a.test/?next=https://b.test/v1/Workspaces/',
  ]) {
    it(`tells that one is in ${text}`, () => {
      assert.equal(holdsApiUrl(text), true);
    });
  }

  for (const text of [
    '/v1/Workspaces/WS1',
    'taskrouter.twilio.com/v1/Workspaces/WS1',
    'https://console.twilio.com/taskrouter/workspaces/WS1',
    '/v1/Workspaces/WS1?next=https://a.test/',
    '://'.repeat(1_000_000),
    '',
  ]) {
    it(`tells that none is in ${text.slice(0, 60)}`, () => {
      assert.equal(holdsApiUrl(text), false);
    });
  }
});
