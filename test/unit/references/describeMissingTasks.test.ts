import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { describeMissingTasks } from '../../../src/core/references/describeMissingTasks.ts';

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
