import assert from 'node:assert/strict';
import { parseTaskUri } from '../../../src/core/documents/documentUri.ts';
import {
  SAMPLE_PROFILE_ID,
  sampleProfile,
  sampleTask,
} from '../../../src/core/profiles/profile.ts';
import { describeEndpoint, describeProfile } from '../../../src/core/profiles/describeProfile.ts';
import { describeForeignHost } from '../../../src/core/references/statedHost.ts';
import { parseSid } from '../../../src/core/sids/parseSid.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { simulatedTask } from '../../support/simulation.ts';

describe('the sample profile', () => {
  const profile = sampleProfile('Beispiel');

  it('has the given name, and an id that is valid in the URI of a document', () => {
    assert.equal(profile.name, 'Beispiel');
    assert.equal(profile.id, SAMPLE_PROFILE_ID);
    const path = `/WS${'0'.repeat(32)}/WT${'0'.repeat(32)}.json`;
    const address = { scheme: 'taskrouter', authority: profile.id, path, query: '', fragment: '' };
    assert.equal(parseTaskUri(address)?.profileId, 'sample');
  });

  it('has a well-formed account like all SIDs of the simulation', () => {
    assert.ok(parseSid(profile.sid, 'AC').valid);
    assert.equal(profile.sid, sampleSid('AC', 'Acme'));
    assert.equal(profile.accountSid, profile.sid);
  });

  it('has a Task of the simulation', () => {
    assert.deepEqual(sampleTask, simulatedTask('waiting-invoice'));
  });

  it('is on a host that cannot exist, and has no Flex', () => {
    assert.match(new URL(profile.apiBaseUrl).hostname, /\.invalid$/);
    assert.equal(profile.flexBaseUrl, undefined);
  });

  it('is described as the sample, not by its SID or host', () => {
    const builtIn = { text: 'built-in sample', args: [] };
    assert.deepEqual(describeEndpoint(profile), builtIn);
    assert.deepEqual(describeProfile(profile), [builtIn]);
  });

  it('does not accept URLs of another host, and explains that it is the sample', () => {
    assert.equal(describeForeignHost({ apiOrigin: profile.apiBaseUrl }, profile), undefined);
    const foreign = describeForeignHost({ apiOrigin: 'https://taskrouter.twilio.com' }, profile);
    assert.match(foreign?.text ?? '', /the built-in sample/);
    assert.ok(!foreign?.args.includes(profile.apiBaseUrl), 'a host that is none');
  });
});
