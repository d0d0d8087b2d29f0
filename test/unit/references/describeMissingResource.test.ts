import assert from 'node:assert/strict';
import type { Profile } from '../../../src/core/profiles/profile.ts';
import { describeForeignHost } from '../../../src/core/references/describeForeignHost.ts';
import { describeMissingResource } from '../../../src/core/references/describeMissingResource.ts';
import { plain } from '../../support/tree/plain.ts';

const sid = 'WQ0123456789abcdef0123456789abcdef';

describe('describeMissingResource', () => {
  for (const [count, sentence] of [
    [0, 'Task Queue WQ…89abcdef was not found: the profile “Acme” sees no Workspace.'],
    [
      1,
      'Task Queue WQ…89abcdef is not in the only Workspace that the profile “Acme” sees: it may be gone, or of another account.',
    ],
    [
      3,
      'Task Queue WQ…89abcdef is in none of the 3 Workspaces that the profile “Acme” sees: it may be gone, or of another account.',
    ],
  ] as const) {
    it(`says of ${count} Workspaces: ${sentence}`, () => {
      assert.equal(plain(describeMissingResource(sid, count, 'Acme')), sentence);
    });
  }
});

describe('describeForeignHost', () => {
  const profile: Profile = {
    id: 'acme',
    name: 'Acme',
    origin: 'stored',
    sid: `SK${sid.slice(2)}`,
    apiBaseUrl: 'https://proxy.example/twilio',
  };
  const apiOrigin = 'https://taskrouter.twilio.com';

  it('is nothing where no host is named, or the own', () => {
    assert.equal(describeForeignHost({}, profile), undefined);
    assert.equal(describeForeignHost({ apiOrigin: 'https://proxy.example' }, profile), undefined);
  });

  it('names both hosts, and the way on', () => {
    const said = describeForeignHost({ apiOrigin }, profile);
    assert.equal(
      said && plain(said),
      'This address is on https://taskrouter.twilio.com, but the profile “Acme” reads from https://proxy.example: give the SID alone to look for it there',
    );
  });

  it('names a region that is not the own, and none that is', () => {
    const said = describeForeignHost({ region: 'ie1' }, profile);
    assert.equal(
      said && plain(said),
      'This address is on region IE1, but the profile “Acme” reads from https://proxy.example: give the SID alone to look for it there',
    );
    assert.equal(describeForeignHost({ region: 'us1' }, profile), undefined);
    assert.equal(describeForeignHost({ region: 'ie1' }, { ...profile, region: 'ie1' }), undefined);
  });

  it('names no host of the sample, which cannot exist', () => {
    const said = describeForeignHost({ apiOrigin }, { ...profile, origin: 'sample' });
    assert.equal(
      said && plain(said),
      'This address is on https://taskrouter.twilio.com, but the profile “Acme” is the built-in sample: switch the profile to fetch it',
    );
  });
});
