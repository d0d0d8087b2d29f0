import assert from 'node:assert/strict';
import { parseTaskUri } from '../../../src/core/documents/documentUri.ts';
import {
  SAMPLE_PROFILE_ID,
  sampleProfile,
  sampleTask,
} from '../../../src/core/profiles/profile.ts';
import { describeEndpoint, describeProfile } from '../../../src/core/profiles/describeProfile.ts';
import { describeForeignHost } from '../../../src/core/references/statedHost.ts';
import { parseSid } from '../../../src/core/sids/sid.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { simulatedTask } from '../../support/simulation.ts';

describe('the sample profile', () => {
  const profile = sampleProfile('Beispiel');

  it('has the name that it is given, and an id that documents can have in their address', () => {
    assert.equal(profile.name, 'Beispiel');
    assert.equal(profile.id, SAMPLE_PROFILE_ID);
    const path = `/WS${'0'.repeat(32)}/WT${'0'.repeat(32)}.json`;
    const address = { scheme: 'taskrouter', authority: profile.id, path, query: '', fragment: '' };
    assert.equal(parseTaskUri(address)?.profileId, 'sample');
  });

  it('names an account that is well formed and made as all SIDs of the simulation are', () => {
    assert.ok(parseSid(profile.sid, 'AC').valid);
    assert.equal(profile.sid, sampleSid('AC', 'Acme'));
    assert.equal(profile.accountSid, profile.sid);
  });

  it('names a Task that is in the simulation', () => {
    assert.deepEqual(sampleTask, simulatedTask('waiting-invoice'));
  });

  it('is on a host that cannot exist, and has no Flex', () => {
    assert.match(new URL(profile.apiBaseUrl).hostname, /\.invalid$/);
    assert.equal(profile.flexBaseUrl, undefined);
  });

  it('is told by what it is, not by its SID or its host', () => {
    const builtIn = { text: 'built-in sample', args: [] };
    assert.deepEqual(describeEndpoint(profile), builtIn);
    assert.deepEqual(describeProfile(profile), [builtIn]);
  });

  it('has no Task whose address is on another host, and says that it is the sample', () => {
    assert.equal(describeForeignHost({ apiOrigin: profile.apiBaseUrl }, profile), undefined);
    const foreign = describeForeignHost({ apiOrigin: 'https://taskrouter.twilio.com' }, profile);
    assert.match(foreign?.text ?? '', /the built-in sample/);
    assert.ok(!foreign?.args.includes(profile.apiBaseUrl), 'a host that is none');
  });
});
