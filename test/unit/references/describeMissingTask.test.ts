import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/formatMessage.ts';
import {
  describeMissingTask,
  type WorkspaceOrigin,
} from '../../../src/core/references/describeMissingTask.ts';

const sentenceFor = (origin: WorkspaceOrigin) =>
  formatMessage(describeMissingTask('WT…1', 'Acme', origin), plainEnglish);

describe('describeMissingTask', () => {
  for (const origin of ['line', 'document', 'recent'] as const) {
    it(`does not claim that the Task was deleted where the Workspace was a guess: ${origin}`, () => {
      const sentence = sentenceFor(origin);
      assert.doesNotMatch(sentence, /delete/);
      assert.match(sentence, /^Task WT…1 is not in Workspace Acme, .+ Is it in another\?$/);
    });
  }

  for (const origin of ['given', 'only', 'chosen'] as const) {
    it(`says that TaskRouter deletes Tasks where the Workspace is known: ${origin}`, () => {
      assert.match(sentenceFor(origin), /^Task WT…1 is not in Workspace Acme: TaskRouter deletes/);
    });
  }
});
