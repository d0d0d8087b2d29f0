import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import type { Profile } from '../../../src/core/profiles/profile.ts';
import {
  describeMissingResource,
  describeMissingTask,
  describeMissingTasks,
  type SearchScope,
} from '../../../src/core/references/describeMissing.ts';
import { describeForeignHost } from '../../../src/core/references/statedHost.ts';
import { plain } from '../../support/english.ts';

const sentenceFor = (place: SearchScope) =>
  formatMessage(describeMissingTask('WT…1', place), plainEnglish);

describe('describeMissingTask', () => {
  it('does not mention deletion if the Workspace was a guess', () => {
    const sentence = sentenceFor({ kind: 'line', workspace: 'Acme' });
    assert.doesNotMatch(sentence, /delete/);
    assert.match(sentence, /^Task WT…1 is not in Workspace Acme, .+ Search other Workspaces\?$/);
  });

  const sentences: [place: SearchScope, pattern: RegExp][] = [
    [
      { kind: 'given', workspace: 'Acme' },
      /^Task WT…1 is not in Workspace Acme\. TaskRouter deletes/,
    ],
    [
      { kind: 'only', workspace: 'Acme', profile: 'test' },
      /^Task WT…1 is not in Workspace Acme, the only one that the profile “test” sees\. TaskRouter deletes/,
    ],
    [
      { kind: 'all', count: 12, profile: 'test' },
      /^Task WT…1 is in none of the 12 Workspaces that the profile “test” sees\. TaskRouter deletes/,
    ],
  ];
  for (const [place, pattern] of sentences) {
    it(`mentions deletion if no other Workspace is more likely: ${place.kind}`, () => {
      assert.match(sentenceFor(place), pattern);
    });
  }

  it('has no number for zero Workspaces', () => {
    const sentence = sentenceFor({ kind: 'all', count: 0, profile: 'test' });
    assert.equal(sentence, 'Task WT…1 was not found. The profile “test” sees no Workspace.');
  });
});

const GONE = 'TaskRouter deletes a Task some minutes after it is completed or canceled.';

describe('describeMissingTasks', () => {
  const cases: [missing: string[], asked: number, sentence: string][] = [
    [['WT…a'], 2, '1 of 2 Tasks was not found: WT…a.'],
    [['WT…a', 'WT…b', 'WT…c'], 3, '3 of 3 Tasks were not found: WT…a, WT…b, WT…c.'],
    [['a', 'b', 'c', 'd'], 9, '4 of 9 Tasks were not found: a, b, c and 1 more.'],
    [Array.from('abcdefghij'), 10, '10 of 10 Tasks were not found: a, b, c and 7 more.'],
  ];
  for (const [missing, asked, sentence] of cases) {
    it(`says of ${String(missing.length)} of ${String(asked)}: ${sentence}`, () => {
      const said = formatMessage(describeMissingTasks(missing, asked), plainEnglish);
      assert.equal(said, `${sentence} ${GONE}`);
    });
  }
});

const sid = 'WQ0123456789abcdef0123456789abcdef';

describe('describeMissingResource', () => {
  for (const [count, sentence] of [
    [0, 'TaskQueue WQ…89abcdef was not found. The profile “Acme” sees no Workspace.'],
    [
      1,
      'TaskQueue WQ…89abcdef is not in the only Workspace that the profile “Acme” sees. It may be deleted, or belong to another account.',
    ],
    [
      3,
      'TaskQueue WQ…89abcdef is in none of the 3 Workspaces that the profile “Acme” sees. It may be deleted, or belong to another account.',
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

  it('is undefined if the reference states no host or the profile’s', () => {
    assert.equal(describeForeignHost({}, profile), undefined);
    assert.equal(describeForeignHost({ apiOrigin: 'https://proxy.example' }, profile), undefined);
  });

  it('names both hosts and what to do', () => {
    const said = describeForeignHost({ apiOrigin }, profile);
    assert.equal(
      said && plain(said),
      'This address is on https://taskrouter.twilio.com, but the profile “Acme” reads from https://proxy.example. Enter only the SID to look for it there',
    );
  });

  it('names another region, and not the profile’s', () => {
    const said = describeForeignHost({ region: 'ie1' }, profile);
    assert.equal(
      said && plain(said),
      'This address is on region IE1, but the profile “Acme” reads from https://proxy.example. Enter only the SID to look for it there',
    );
    assert.equal(describeForeignHost({ region: 'us1' }, profile), undefined);
    assert.equal(describeForeignHost({ region: 'ie1' }, { ...profile, region: 'ie1' }), undefined);
  });

  it('does not name the host of the sample, which does not exist', () => {
    const said = describeForeignHost({ apiOrigin }, { ...profile, origin: 'sample' });
    assert.equal(
      said && plain(said),
      'This address is on https://taskrouter.twilio.com, but the profile “Acme” is the built-in sample. Switch the profile to fetch it',
    );
  });
});
