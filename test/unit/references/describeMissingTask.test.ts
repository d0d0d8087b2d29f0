import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import {
  describeMissingTask,
  type SearchedPlace,
} from '../../../src/core/references/describeMissingTask.ts';

const sentenceFor = (place: SearchedPlace) =>
  formatMessage(describeMissingTask('WT…1', place), plainEnglish);

describe('describeMissingTask', () => {
  it('does not claim that the Task was deleted where its Workspace was a guess', () => {
    const sentence = sentenceFor({ kind: 'line', workspace: 'Acme' });
    assert.doesNotMatch(sentence, /delete/);
    assert.match(sentence, /^Task WT…1 is not in Workspace Acme, .+ Is it in another\?$/);
  });

  const sentences: [place: SearchedPlace, pattern: RegExp][] = [
    [
      { kind: 'given', workspace: 'Acme' },
      /^Task WT…1 is not in Workspace Acme: TaskRouter deletes/,
    ],
    [
      { kind: 'only', workspace: 'Acme', profile: 'test' },
      /^Task WT…1 is not in Workspace Acme, the only one that the profile “test” sees: TaskRouter deletes/,
    ],
    [
      { kind: 'all', count: 12, profile: 'test' },
      /^Task WT…1 is in none of the 12 Workspaces that the profile “test” sees: TaskRouter deletes/,
    ],
  ];
  for (const [place, pattern] of sentences) {
    it(`says that TaskRouter deletes Tasks where no other Workspace is likelier: ${place.kind}`, () => {
      assert.match(sentenceFor(place), pattern);
    });
  }

  it('does not count to none', () => {
    const sentence = sentenceFor({ kind: 'all', count: 0, profile: 'test' });
    assert.equal(sentence, 'Task WT…1 was not found: the profile “test” sees no Workspace.');
  });
});
