import assert from 'node:assert/strict';
import {
  parseTaskReference,
  type ParsedTaskReference,
} from '../../../src/core/references/parseTaskReference.ts';
import { referenceText } from '../../../src/core/references/referenceText.ts';

const taskSid = 'WT0123456789abcdef0123456789ABCDEF';
const workspaceSid = 'WSfedcba9876543210fedcba9876543210';
const nearbyWorkspaceSid = workspaceSid;
const apiOrigin = 'https://taskrouter.dublin.ie1.twilio.com';
const region = 'ie1';

describe('referenceText', () => {
  const references: readonly ParsedTaskReference[] = [
    { taskSid },
    { taskSid, workspaceSid },
    { taskSid, nearbyWorkspaceSid },
    { taskSid, apiOrigin },
    { taskSid, workspaceSid, apiOrigin },
    { taskSid, nearbyWorkspaceSid, apiOrigin },
    { taskSid, workspaceSid, apiOrigin: 'http://127.0.0.1:4010' },
    { taskSid, region },
    { taskSid, workspaceSid, region },
    { taskSid, nearbyWorkspaceSid, region },
  ];
  for (const reference of references) {
    it(`is read as the same again: ${referenceText(reference)}`, () => {
      assert.deepEqual(parseTaskReference(referenceText(reference)), { valid: true, reference });
    });
  }

  it('has nothing of the text that the reference was taken from', () => {
    const text = `María +34 600 000 000 token=secret https://u:p@h.example/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}?key=secret&x=+34600000000`;
    const result = parseTaskReference(text);
    assert.ok(result.valid);
    assert.equal(
      referenceText(result.reference),
      `https://h.example/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`,
    );
  });
});
